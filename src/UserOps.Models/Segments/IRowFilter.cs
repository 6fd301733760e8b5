namespace UserOps.Models;

/// <summary>Says which rows count, one by one as numbers or 64 at a time as bits, so that loops over rows need no jump.</summary>
internal interface IRowFilter
{
    /// <summary>Gets 1 for a row that counts, else 0.</summary>
    int Passes(int row);

    /// <summary>Gets a bit for each of some rows, the first one's lowest.</summary>
    /// <param name="firstRow">A multiple of 64.</param>
    /// <param name="rows">1 to 64; bits beyond are clear.</param>
    ulong Mask(int firstRow, int rows);
}
