namespace UserOps.Models.Value;

/// <content>Drawing customers.</content>
public sealed partial class ParetoNbdModel
{
    /// <inheritdoc/>
    public PurchaseHistory Simulate(ReadOnlySpan<double> ages, int seed)
    {
        PurchaseArguments.RequireTimes(ages);
        var random = new Xoshiro256(seed);
        var repeats = new int[ages.Length];
        var lasts = new double[ages.Length];
        for (int row = 0; row < ages.Length; row++)
        {
            double rate = random.NextGamma(_shape.R, _shape.Alpha);
            double leavingRate = random.NextGamma(_shape.S, _shape.Beta);
            double end = Math.Min(ages[row], random.NextExponential(leavingRate));
            for (double next = random.NextExponential(rate); next <= end; next += random.NextExponential(rate))
            {
                PurchaseArguments.RequireDrawable(repeats[row], ages[row], nameof(ages));
                repeats[row]++;
                lasts[row] = next;
            }
        }

        return PurchaseHistory.Of(repeats, lasts, ages, unit: Unit);
    }
}
