namespace UserOps.Models;

/// <summary>Bits that lie in memory for all rows: a program reads them where they are.</summary>
internal abstract class ResidentBits : RowBits
{
    internal sealed override int Cost => 0;

    /// <summary>Gets a value indicating whether no bit is set on a row that is missing, so that what matches need not be masked.</summary>
    internal virtual bool IsClearWhereMissing => false;

    /// <summary>Gets all words of all rows.</summary>
    internal abstract ReadOnlySpan<ulong> Words { get; }
}

/// <summary>Where a column has a value; only for columns with missing rows.</summary>
internal sealed class PresentBits(Column column) : ResidentBits
{
    internal override ReadOnlySpan<ulong> Words => column.Present;
}

/// <summary>Where a flag is true.</summary>
internal sealed class FlagBits(FlagColumn column) : ResidentBits
{
    internal override bool IsClearWhereMissing => true;

    internal override ReadOnlySpan<ulong> Words => column.Bits;
}

/// <summary>Bits made beforehand.</summary>
internal sealed class StoredBits(ulong[] words) : ResidentBits
{
    internal override ReadOnlySpan<ulong> Words => words;
}
