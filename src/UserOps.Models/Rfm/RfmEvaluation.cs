namespace UserOps.Models.Rfm;

/// <summary>One answer: what was asked of what data, what was measured, and where that puts the users.</summary>
internal sealed class RfmEvaluation(RfmQuestion question, RfmFacts facts, RfmPlacing placing)
{
    internal RfmQuestion Question { get; } = question;

    internal RfmFacts Facts { get; } = facts;

    internal RfmPlacing Placing { get; } = placing;

    /// <summary>Gets the users who were there at 'as of'; all members are among them.</summary>
    internal UserSet Seen { get; } = SeenUsers.At(question.Context, question.Data);

    /// <summary>Writes out one member.</summary>
    /// <param name="member">The place among the members.</param>
    internal RfmUser UserAt(int member)
    {
        RfmCell? cell = Placing.CellOf(member);
        RfmGroup? group = Placing.GroupOf(member);
        return new()
        {
            Id = Question.Data.Directory[Facts.Users[member]],
            Recency = Facts.Recency[member],
            Frequency = Facts.Frequency[member],
            Monetary = AmountOf(Facts.Value[member], Question.ValueScale),
            Revenue = Facts.Money.Length == 0 ? null : AmountOf(Facts.Money[member], Question.MoneyScale),
            Length = Facts.Length.Length == 0 ? null : Facts.Length[member],
            RecencyScore = Placing.Recency[member],
            FrequencyScore = Placing.Frequency[member],
            MonetaryScore = cell?.Monetary,
            LengthScore = Placing.Length?[member],
            Cell = cell,
            WeightedScore = cell?.Weighted(Question.Definition.Weights),
            Group = group,
            Label = Placing.LabelOf(member),
            Segment = Placing.SegmentOf(member)?.Id,
        };
    }

    /// <summary>Adds up the members by group, label, segment and score.</summary>
    internal RfmSummary Summarize(Workers workers)
    {
        var sums = new RfmSums(Facts, Placing, Question, workers);
        RfmTotals[] sides = [.. Enumerable.Range(0, RfmSides.Count).Select(sums.OfSides)]; // the groups, then who has no side on the third axis
        RfmTotals ungrouped = sides[RfmGroups.All.Length..].Aggregate(sums.Nobody, RfmTotals.Add);
        return new()
        {
            Definition = Question.Definition,
            Context = Question.Context,
            Users = Seen.Count,
            Members = sides.Aggregate(sums.Nobody, RfmTotals.Add),
            Groups = [.. RfmGroups.All.Select(group => new RfmGroupTotals(group, sides[(int)group]))],
            Ungrouped = ungrouped,
            Labels = [.. RfmLabels.All.Select(label => new RfmLabelTotals(label, sides
                .Where((_, code) => RfmSides.LabelOf((byte)code, Question.Definition.Labels) == label)
                .Aggregate(sums.Nobody, RfmTotals.Add)))],
            Segments = Placing.Table is not { } table ? [] :
            [
                .. table.Segments.Select((segment, index) => new RfmSegmentTotals { Segment = segment.Id, Totals = sums.OfSegment(index) }),
                new RfmSegmentTotals { Totals = sums.OfSegment(table.Segments.Length) },
            ],
            Scores = Placing.CountScores(),
            Report = Facts.Report,
        };
    }

    private static decimal? AmountOf(long units, int scale) => units == ValueList.NoAmount ? null : DecimalUnits.ToDecimal(units, scale);
}
