namespace UserOps.Models;

/// <summary>Counts the parts of a rule: nodes, steps, values and names. A node that stands in two places counts twice.</summary>
internal static class RuleSize
{
    /// <summary>Says whether a rule has at most <see cref="SegmentDefaults.MaximumParts"/> parts; looks at no more than these, however deep they lie.</summary>
    internal static bool IsWithinLimit(SegmentRule? rule)
    {
        // A stack of our own: nobody has looked at the depth yet.
        var todo = new Stack<SegmentRule?>([rule]);
        long parts = 1;
        while (parts <= SegmentDefaults.MaximumParts && todo.TryPop(out SegmentRule? node))
        {
            parts += ListedIn(node);
            if (parts <= SegmentDefaults.MaximumParts)
            {
                foreach (SegmentRule? operand in OperandsOf(node))
                {
                    todo.Push(operand);
                    parts += node is AllOf or AnyOf ? 0 : 1; // those of lists were counted as listed
                }
            }
        }

        return parts <= SegmentDefaults.MaximumParts;
    }

    private static int ListedIn(SegmentRule? node) => node switch
    {
        AllOf { Args.IsDefault: false } all => all.Args.Length,
        AnyOf { Args.IsDefault: false } any => any.Args.Length,
        MembershipRule { Values.IsDefault: false } membership => membership.Values.Length,
        EventSequence sequence => (sequence.Steps.IsDefault ? 0 : sequence.Steps.Length) + (sequence.Excluded.IsDefault ? 0 : sequence.Excluded.Length),
        _ => 0,
    };

    private static IEnumerable<SegmentRule?> OperandsOf(SegmentRule? node) => node switch
    {
        AllOf { Args.IsDefault: false } all => all.Args,
        AnyOf { Args.IsDefault: false } any => any.Args,
        Negation negation => [negation.Arg],
        Assumption assumption => [assumption.Arg],
        CountingRule { Where: { } where } => [where],
        EventSequence { Steps.IsDefault: false } sequence => sequence.Steps.Select(step => step?.Where).Where(where => where is not null),
        DidThenNot missed => ((SegmentRule?[])[missed.FirstWhere, missed.ThenWhere]).Where(where => where is not null),
        _ => [],
    };
}
