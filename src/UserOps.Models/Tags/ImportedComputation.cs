using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary><c>imported</c>: assigned elsewhere. The values come in as a <see cref="TagColumn"/>, as <see cref="TagLedger.ColumnOf"/> makes one.</summary>
public sealed record ImportedComputation : TagComputation
{
    /// <summary>Gets the sources in the order in which they are believed, best first; those not listed come after them, all alike.</summary>
    public ImmutableArray<string> Sources
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    internal override TagKind Kind => TagKind.Imported;

    /// <inheritdoc/>
    public bool Equals(ImportedComputation? other) => other is not null && ListEquality.Equal(Sources, other.Sources);

    /// <inheritdoc/>
    public override int GetHashCode() => ListEquality.Hash(Sources);
}
