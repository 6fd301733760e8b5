namespace UserOps.Models.Portraits;

/// <summary>What a column of dates or instants comes to over an audience.</summary>
/// <typeparam name="T"><see cref="DateOnly"/> or <see cref="DateTimeOffset"/> in UTC.</typeparam>
public sealed record TimeProfile<T>
    where T : struct
{
    /// <summary>Gets the column.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the users whose value is known.</summary>
    public required long Known { get; init; }

    /// <summary>Gets the users whose value is missing.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets the earliest value.</summary>
    public required Measure<T> Earliest { get; init; }

    /// <summary>Gets the median: a value that occurs, of two middle ones the earlier.</summary>
    public required Measure<T> Median { get; init; }

    /// <summary>Gets the latest value.</summary>
    public required Measure<T> Latest { get; init; }
}
