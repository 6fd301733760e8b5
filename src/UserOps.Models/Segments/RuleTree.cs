namespace UserOps.Models;

/// <summary>Walks the nodes of a sound rule.</summary>
internal static class RuleTree
{
    /// <summary>Gives the nodes without operands, in document order, repeated ones as often as they occur; tests inside event nodes are not entered.</summary>
    internal static IEnumerable<SegmentRule> Leaves(SegmentRule rule) => rule switch
    {
        AllOf all => all.Args.SelectMany(Leaves),
        AnyOf any => any.Args.SelectMany(Leaves),
        Negation negation => Leaves(negation.Arg),
        Assumption assumption => Leaves(assumption.Arg),
        _ => [rule],
    };

    /// <summary>Gives the names of events a rule looks at.</summary>
    internal static IEnumerable<string> EventNames(SegmentRule rule) => Leaves(rule).SelectMany<SegmentRule, string>(leaf => leaf switch
    {
        CountingRule counting => [counting.Event],
        EventSequence sequence => [.. sequence.Steps.Select(step => step.Event), .. sequence.Excluded],
        DidThenNot missed => [missed.First, missed.Then],
        _ => [],
    });
}
