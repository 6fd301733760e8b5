namespace UserOps.Models.Tags;

/// <summary>From when to when each value of a column stands, who says so, and how surely; one entry for everybody, or one per user.</summary>
internal sealed class TagTimes
{
    private readonly long _assigned;
    private readonly long[]? _endOf;
    private readonly string _source;
    private readonly TagValue?[]? _valueOf;
    private readonly double[]? _confidences;

    /// <summary>One instant and one source for everybody.</summary>
    internal TagTimes(long assignedTicks, string source, double[]? confidences = null)
    {
        _assigned = assignedTicks;
        _source = source;
        _confidences = confidences;
    }

    /// <summary>What each user was given; shape [users], null for nothing.</summary>
    internal TagTimes(TagValue?[] valueOf)
    {
        _source = "";
        _valueOf = valueOf;
    }

    private TagTimes(TagTimes before, long[] endOf)
    {
        (_assigned, _source, _valueOf, _confidences) = (before._assigned, before._source, before._valueOf, before._confidences);
        _endOf = endOf;
    }

    /// <summary>Gets a value indicating whether all were assigned at one instant, and none ends.</summary>
    internal bool AreAlike => _valueOf is null && _endOf is null;

    /// <summary>Makes the times that end, besides, at an instant of each user; shape [users].</summary>
    internal TagTimes EndingAt(long[] endOf) => new(this, endOf);

    /// <summary>Gets UTC ticks.</summary>
    internal long AssignedOf(int ordinal) => ValueOf(ordinal)?.AssignedAt.UtcTicks ?? _assigned;

    /// <summary>Gets UTC ticks, left out; <see cref="long.MaxValue"/> for no end.</summary>
    internal long EndOf(int ordinal)
        => Math.Min(ValueOf(ordinal)?.ValidUntil?.UtcTicks ?? long.MaxValue, _endOf is not null && ordinal < _endOf.Length ? _endOf[ordinal] : long.MaxValue);

    internal string SourceOf(int ordinal) => ValueOf(ordinal)?.Source ?? _source;

    /// <summary>Gets the confidence; null where nobody states one.</summary>
    internal double? ConfidenceOf(int ordinal) => _valueOf is not null ? ValueOf(ordinal)?.Confidence
        : _confidences is not null && ordinal < _confidences.Length && !double.IsNaN(_confidences[ordinal]) ? _confidences[ordinal] : null;

    internal TagValue? ValueOf(int ordinal) => _valueOf is not null && ordinal < _valueOf.Length ? _valueOf[ordinal] : null;
}
