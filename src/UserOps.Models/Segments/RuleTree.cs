namespace UserOps.Models;

/// <summary>Walks the nodes of a sound rule.</summary>
internal static class RuleTree
{
    /// <summary>Gives the operands of a node; none for one that asks something itself. Tests inside event nodes are no operands.</summary>
    internal static IEnumerable<SegmentRule> Operands(SegmentRule rule) => rule switch
    {
        AllOf all => all.Args,
        AnyOf any => any.Args,
        Negation negation => [negation.Arg],
        Assumption assumption => [assumption.Arg],
        _ => [],
    };

    /// <summary>Gives the nodes that ask something themselves, in document order, repeated ones as often as they occur.</summary>
    internal static IEnumerable<SegmentRule> Leaves(SegmentRule rule)
        => rule is AllOf or AnyOf or Negation or Assumption ? Operands(rule).SelectMany(Leaves) : [rule];
}
