namespace UserOps.Models.Retention;

/// <summary>Takes what was found of each user and cohort.</summary>
internal interface IRetentionSink
{
    /// <summary>The code of events of any breakdown value.</summary>
    internal const int AnyValue = -1;

    /// <summary>Takes one member of one cohort.</summary>
    /// <param name="user">The ordinal.</param>
    /// <param name="value">The code of the breakdown value whose events were looked at; <see cref="AnyValue"/> for all events.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="columns">Bit j: retained in column j, so far as is seen.</param>
    void Add(int user, int value, int cohort, ReadOnlySpan<ulong> columns);
}
