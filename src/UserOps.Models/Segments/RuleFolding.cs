using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Leaves out of a rule what decides nothing: constants, repeated operands, negations of negations. The answer stays the same for every user.</summary>
internal static class RuleFolding
{
    /// <summary>The rule that is always true.</summary>
    internal static readonly SegmentRule True = new AllOf { Args = [] };

    /// <summary>The rule that is always false.</summary>
    internal static readonly SegmentRule False = new AnyOf { Args = [] };

    /// <summary>Folds a rule.</summary>
    /// <param name="rule">Sound by itself.</param>
    internal static SegmentRule Of(SegmentRule rule) => rule switch
    {
        AllOf all => Joined(all.Args, static arg => arg is AllOf inner ? inner.Args : [arg], neutral: True, decisive: False, args => new AllOf { Args = args }),
        AnyOf any => Joined(any.Args, static arg => arg is AnyOf inner ? inner.Args : [arg], neutral: False, decisive: True, args => new AnyOf { Args = args }),
        Negation negation => Negated(Of(negation.Arg)),
        Assumption assumption => Settled(Of(assumption.Arg), assumption.Value),
        _ => LeafOutcomes.Of(rule, isNobody: false) switch
        {
            RuleOutcomes.True => True,
            RuleOutcomes.False => False,
            _ => rule,
        },
    };

    /// <summary>Says whether some user may make a rule unknown.</summary>
    internal static bool CanBeUnknown(SegmentRule rule) => rule switch
    {
        AllOf all => all.Args.Any(CanBeUnknown),
        AnyOf any => any.Args.Any(CanBeUnknown),
        Negation negation => CanBeUnknown(negation.Arg),
        Assumption => false,
        _ => LeafOutcomes.Of(rule, isNobody: false).HasFlag(RuleOutcomes.Unknown),
    };

    private static SegmentRule Joined(
        ImmutableArray<SegmentRule> args,
        Func<SegmentRule, ImmutableArray<SegmentRule>> partsOf,
        SegmentRule neutral,
        SegmentRule decisive,
        Func<ImmutableArray<SegmentRule>, SegmentRule> join)
    {
        ImmutableArray<SegmentRule> parts = [.. args.Select(Of).SelectMany(arg => partsOf(arg)).Where(part => part != neutral).Distinct()];
        return parts.Contains(decisive) ? decisive
            : parts.Length == 1 ? parts[0]
            : join(parts);
    }

    private static SegmentRule Negated(SegmentRule arg)
        => arg is Negation twice ? twice.Arg
        : arg == True ? False
        : arg == False ? True
        : arg.Not();

    private static SegmentRule Settled(SegmentRule arg, bool value) => CanBeUnknown(arg) ? arg.WhenUnknown(value) : arg;
}
