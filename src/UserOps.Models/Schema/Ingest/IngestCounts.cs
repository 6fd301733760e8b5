using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>What became of the rows of one table.</summary>
/// <param name="Accepted">Rows taken.</param>
/// <param name="Rejected">Rows refused; each is under one issue.</param>
/// <param name="Duplicates">Rows that repeat one already taken.</param>
[method: JsonConstructor] // without it a struct is read with the missing members at 0
public readonly record struct IngestCounts(long Accepted, long Rejected, long Duplicates)
{
    /// <summary>Gets the rows read: accepted + rejected + duplicates.</summary>
    [JsonIgnore]
    public long RowsRead => Accepted + Rejected + Duplicates;

    /// <summary>Gives the sum as text, without regard to culture: <c>10 read = 7 accepted + 2 rejected + 1 duplicates</c>.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{RowsRead} read = {Accepted} accepted + {Rejected} rejected + {Duplicates} duplicates");

    internal IngestCounts Plus(IngestCounts other)
        => new(Accepted + other.Accepted, Rejected + other.Rejected, Duplicates + other.Duplicates);
}
