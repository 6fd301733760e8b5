using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Says that users are divided into more strata than anybody operates: no fault, but worth a second look (分层不宜太细太多).</summary>
/// <param name="Path">RFC 6901 pointer of the list of strata.</param>
/// <param name="Strata">How many there are.</param>
/// <param name="Limit">How many are few enough.</param>
public sealed record StratificationWarning(string Path, int Strata, int Limit)
{
    internal static ImmutableArray<StratificationWarning> For(int strata, string path)
        => strata > SegmentDefaults.MostStrata ? [new(path, strata, SegmentDefaults.MostStrata)] : [];

    /// <summary>Writes the warning as a sentence.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path}: {Strata} strata are more than {Limit}; each needs a strategy of its own.");
}
