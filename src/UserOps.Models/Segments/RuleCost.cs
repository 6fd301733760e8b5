namespace UserOps.Models;

/// <summary>How dear a rule is to ask of a user who did something.</summary>
internal static class RuleCost
{
    /// <summary>Gets 0 for what looks at no events, and else roughly how often it looks at each.</summary>
    internal static int Of(SegmentRule rule) => rule switch
    {
        EventSequence sequence => 2 + sequence.Steps.Length,
        DidThenNot => 3,
        EventAggregate => 2,
        EventRule => 1,
        _ => RuleTree.Operands(rule).Sum(Of),
    };
}
