namespace UserOps.Models.Tags;

/// <summary>Takes away what is not assigned yet or has ended, by its own times and by the validity of its tag.</summary>
internal sealed class TagEnds(UserOpsDataset data, EvaluationContext context)
{
    internal TagColumn Applied(TagDefinition tag, TagColumn column)
    {
        TagTimes times = TimesOf(tag, column.Times);
        bool isOfAll = column.Values.Count == data.Directory.Count;
        if (isOfAll && times.AreAlike && times.AssignedOf(0) <= context.AsOf.UtcTicks)
        {
            return column;
        }

        UserSet standing = Standing(times);
        bool isWhole = isOfAll && standing.Count == data.Directory.Count;
        UserSet nobody = UserSet.None(data.Directory);
        return new(
            tag.Id,
            data.Directory,
            isWhole ? column.Values : ColumnBits.Kept(column.Values, standing),
            times,
            // Of users who came after a column was made nothing is known; what has ended has not become uncertain by it.
            nobody.Union(column.Uncertain).Union(UserSet.Everyone(data.Directory).Except(UserSet.Everyone(column.Directory))).Intersect(standing),
            nobody.Union(column.Refused))
        {
            Scores = column.Scores,
            Rules = column.Rules,
        };
    }

    private TagTimes TimesOf(TagDefinition tag, TagTimes times)
    {
        if (tag.Validity is not { } validity)
        {
            return times;
        }

        var ends = new long[data.Directory.Count];
        ReadOnlySpan<long> until = validity.UntilField is { } field ? EndsIn(field) : [];
        for (int ordinal = 0; ordinal < ends.Length; ordinal++)
        {
            long assigned = times.AssignedOf(ordinal);
            long byDays = validity.Days is not { } days || days >= (long.MaxValue - assigned) / TimeSpan.TicksPerDay
                ? long.MaxValue
                : assigned + (days * TimeSpan.TicksPerDay);
            ends[ordinal] = Math.Min(byDays, until.IsEmpty ? long.MaxValue : until[ordinal]);
        }

        return times.EndingAt(ends);
    }

    private long[] EndsIn(string field)
    {
        data.Users.Columns.TryGet(field, out Column? column);
        ReportingCalendar calendar = ReportingCalendar.Of(context);
        var ends = new long[data.Directory.Count];
        for (int ordinal = 0; ordinal < ends.Length; ordinal++)
        {
            ends[ordinal] = column!.IsMissing(ordinal) ? long.MaxValue
                : column is InstantColumn instants ? instants.UtcTicks[ordinal]
                : calendar.DayStartTicks(((DateColumn)column).DayNumbers[ordinal]);
        }

        return ends;
    }

    private UserSet Standing(TagTimes times)
    {
        long asOf = context.AsOf.UtcTicks;
        var words = new ulong[BitKernels.WordsFor(data.Directory.Count)];
        for (int ordinal = 0; ordinal < data.Directory.Count; ordinal++)
        {
            words[ordinal >> 6] |= RowKernels.Bit(times.AssignedOf(ordinal) <= asOf && asOf < times.EndOf(ordinal)) << ordinal;
        }

        return new(data.Directory, words);
    }
}
