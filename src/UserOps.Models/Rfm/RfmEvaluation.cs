namespace UserOps.Models.Rfm;

/// <summary>One answer: what was asked of what data, what was measured, and where that puts the users.</summary>
internal sealed class RfmEvaluation(RfmQuestion question, RfmFacts facts, RfmPlacing placing)
{
    internal RfmQuestion Question { get; } = question;

    internal RfmFacts Facts { get; } = facts;

    internal RfmPlacing Placing { get; } = placing;

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
            Purchases = Facts.Frequency[member],
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
            Label = group is { } one ? Question.Definition.Labels.LabelOf(one) : null,
            Segment = Placing.SegmentOf(member)?.Id,
        };
    }

    /// <summary>Adds up the members by group, label, segment and score.</summary>
    internal RfmSummary Summarize()
    {
        var sums = new RfmSums(Facts, Placing, Question);
        RfmTotals[] groups = [.. RfmGroups.All.Select(group => sums.OfGroup((int)group))];
        RfmTotals ungrouped = sums.OfGroup(RfmPlacing.NoGroup);
        return new()
        {
            Definition = Question.Definition,
            Context = Question.Context,
            Users = Question.Data.Directory.Count,
            Members = groups.Aggregate(ungrouped, RfmTotals.Add),
            Groups = [.. RfmGroups.All.Select(group => new RfmGroupTotals(group, groups[(int)group]))],
            Ungrouped = ungrouped,
            Labels = [.. RfmLabels.All.Select(label => new RfmLabelTotals(label, RfmGroups.All
                .Where(group => Question.Definition.Labels.LabelOf(group) == label)
                .Select(group => groups[(int)group])
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
