namespace UserOps.Models.Profitability;

/// <summary>Turns weights of evidence into points.</summary>
internal sealed class BinPoints(ScoreScale scale, double intercept, int characteristics, int digits, string parameterName)
{
    // What is missing stays missing: the rules of the scorecard say where, with every other fault.
    internal ScorecardCharacteristic Of(WeightedCharacteristic? weighted)
    {
        return weighted is null ? null! : new()
        {
            Field = weighted.Field,
            Bins = weighted.Bins.IsDefault ? default : [.. weighted.Bins.Select(bin => bin is null ? null! : Of(bin, weighted.Coefficient))],
            MissingPoints = weighted.MissingWeight is { } missing ? PointsOf(missing, weighted.Coefficient) : null,
        };
    }

    private ScorecardBin Of(WeightedBin bin, double coefficient) => new()
    {
        Label = bin.Label,
        From = bin.From,
        To = bin.To,
        Values = bin.Values,
        Points = PointsOf(bin.Weight, coefficient),
    };

    private decimal PointsOf(double weight, double coefficient)
    {
        double points = (weight * coefficient + intercept / characteristics) * scale.Factor + scale.Offset / characteristics;
        return Math.Abs(points) < (double)decimal.MaxValue
            ? DecimalDigits.Shortest(decimal.Round((decimal)points, digits, MidpointRounding.ToEven))
            : throw new ArgumentOutOfRangeException(parameterName, weight, "The points of this weight are no finite number.");
    }
}
