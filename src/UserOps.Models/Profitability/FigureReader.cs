namespace UserOps.Models.Profitability;

/// <summary>Reads one value of each user: bound to a column, to a sum over events, or the same for everybody.</summary>
/// <param name="gap">The number of the source among all of the question: where a fault is noted.</param>
/// <param name="read">Gives the value; null where it is missing.</param>
/// <param name="assumed">What a missing value is taken for; null for a fault.</param>
/// <param name="limit">What a value must satisfy.</param>
internal sealed class FigureReader(int gap, Func<int, ProfitScratch, decimal?> read, decimal? assumed, ProfitLimit limit)
{
    /// <summary>Gets the value of a user, 0 and a fault where there is none.</summary>
    internal decimal Read(int user, ProfitScratch scratch)
    {
        if ((read(user, scratch) ?? assumed) is not { } value)
        {
            scratch.Gaps.Add((gap, ProfitGapReason.Missing));
            return 0;
        }

        if ((limit == ProfitLimit.Share && !ExpectedLoss.IsShare(value)) || (limit == ProfitLimit.NotNegative && value < 0) || value == OutOfRange)
        {
            scratch.Gaps.Add((gap, ProfitGapReason.OutOfRange));
            return 0;
        }

        return value;
    }

    /// <summary>What a measured number becomes that no decimal holds; no rate is as large.</summary>
    internal const decimal OutOfRange = decimal.MaxValue;

    internal static decimal OfNumber(double number) => Math.Abs(number) < 1e27 ? (decimal)number : OutOfRange;
}
