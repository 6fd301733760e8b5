using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary><c>score</c>: the points of all elements that are true, added up exactly. An unknown element adds nothing, and is named.</summary>
/// <remarks>A tag whose values are numbers has the score as value, one whose values are an enumeration the name of the band.</remarks>
public sealed record ScoreComputation : TagComputation
{
    /// <summary>Gets the elements.</summary>
    public required ImmutableArray<ScoreElement> Elements { get; init; }

    /// <summary>Gets the bands, rising; a score lies in the last one that begins at or below it. Empty for none.</summary>
    public ImmutableArray<ScoreBand> Bands
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    internal override TagKind Kind => TagKind.Rule;

    /// <inheritdoc/>
    public bool Equals(ScoreComputation? other)
        => other is not null && ListEquality.Equal(Elements, other.Elements) && ListEquality.Equal(Bands, other.Bands);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Elements), ListEquality.Hash(Bands));
}
