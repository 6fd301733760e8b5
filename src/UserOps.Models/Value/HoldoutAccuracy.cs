using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>How near a forecast came to what customers did. Plain data, JSON round-trip.</summary>
public sealed record HoldoutAccuracy
{
    /// <summary>Groups are listed one by one, so their number has a limit.</summary>
    internal const int LargestGroup = 10_000;

    /// <summary>Gets the customers of the calibration.</summary>
    public required long Customers { get; init; }

    /// <summary>Gets the purchases they made afterwards.</summary>
    public required long Actual { get; init; }

    /// <summary>Gets the purchases that were expected of them.</summary>
    public required double Predicted { get; init; }

    /// <summary>Gets the mean of expected less actual purchases: above zero, the model expects too much. No value without customers.</summary>
    public required Measure<double> Bias { get; init; }

    /// <summary>Gets the mean of the sizes of the errors; no value without customers.</summary>
    public required Measure<double> MeanAbsoluteError { get; init; }

    /// <summary>Gets the root of the mean of the squared errors; no value without customers.</summary>
    public required Measure<double> RootMeanSquareError { get; init; }

    /// <summary>Gets the groups by repeat purchases in calibration, 0 first, also those nobody is in.</summary>
    public required ImmutableArray<HoldoutGroup> Groups { get; init; }

    /// <inheritdoc/>
    public bool Equals(HoldoutAccuracy? other) => other is not null
        && (Customers, Actual, Predicted) == (other.Customers, other.Actual, other.Predicted)
        && (Bias, MeanAbsoluteError, RootMeanSquareError) == (other.Bias, other.MeanAbsoluteError, other.RootMeanSquareError)
        && ListEquality.Equal(Groups, other.Groups);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Customers, Actual, Predicted, ListEquality.Hash(Groups));

    internal static HoldoutAccuracy Of(PurchaseHistory history, ReadOnlySpan<int> actual, Func<PurchaseRecord, double> predict, int lastGroup)
    {
        var predictions = new Dictionary<PurchaseRecord, double>();
        var groups = new (long Customers, long Actual, double Predicted)[lastGroup + 1];
        (double bias, double sizes, double squares) = (0, 0, 0);
        for (int row = 0; row < history.Count; row++)
        {
            // Equal customers get equal forecasts: thousands share a row of days.
            PurchaseRecord record = history[row];
            if (!predictions.TryGetValue(record, out double predicted))
            {
                predicted = predict(record);
                predictions.Add(record, predicted);
            }

            double error = predicted - actual[row];
            bias += error;
            sizes += Math.Abs(error);
            squares += error * error;
            ref (long Customers, long Actual, double Predicted) group = ref groups[Math.Min(record.RepeatPurchases, lastGroup)];
            group = (group.Customers + 1, group.Actual + actual[row], group.Predicted + predicted);
        }

        int customers = history.Count;
        return new()
        {
            Customers = customers,
            Actual = groups.Sum(group => group.Actual),
            Predicted = groups.Sum(group => group.Predicted),
            Bias = MeanOf(bias, customers),
            MeanAbsoluteError = MeanOf(sizes, customers),
            RootMeanSquareError = customers == 0 ? UndefinedReason.EmptyPopulation : Math.Sqrt(squares / customers),
            Groups = [.. groups.Select((group, repeats) => new HoldoutGroup
            {
                RepeatPurchases = repeats,
                AndMore = repeats == lastGroup,
                Customers = group.Customers,
                MeanActual = MeanOf(group.Actual, group.Customers),
                MeanPredicted = MeanOf(group.Predicted, group.Customers),
            })],
        };
    }

    private static Measure<double> MeanOf(double sum, long count) => count == 0 ? UndefinedReason.EmptyPopulation : sum / count;
}
