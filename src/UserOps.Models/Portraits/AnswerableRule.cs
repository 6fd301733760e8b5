using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>Cuts a rule down to what a dataset can answer: a test whose data are absent becomes unknown of everyone.</summary>
/// <remarks>
/// Only that is honest. A column of missing values in the place of an absent one would do for attributes, but an event is counted only where its
/// test is true: without the property nobody would have done anything, and "never" would be true of all.
/// </remarks>
internal static class AnswerableRule
{
    internal static SegmentRule Of(SegmentRule rule, ImmutableHashSet<AbsentData> absent) => rule switch
    {
        AllOf all => new AllOf { Args = [.. all.Args.Select(arg => Of(arg, absent))] },
        AnyOf any => new AnyOf { Args = [.. any.Args.Select(arg => Of(arg, absent))] },
        Negation negation => Of(negation.Arg, absent).Not(),
        Assumption assumption => Of(assumption.Arg, absent).WhenUnknown(assumption.Value),
        _ => RuleNeeds.Of(rule).Any(absent.Contains) ? Rule.Unknown : rule,
    };

    /// <summary>Lists what a rule needs and a dataset lacks, in document order.</summary>
    internal static ImmutableArray<AbsentData> AbsentIn(UserOpsDataset data, SegmentRule rule) => [.. RuleNeeds.Of(rule).Where(need => !IsIn(data, need))];

    private static bool IsIn(UserOpsDataset data, AbsentData need) => need.Kind switch
    {
        AbsentDataKind.UserField => data.Users.Columns.TryGet(need.Name, out _),
        AbsentDataKind.EventField => data.Events.Columns.TryGet(need.Name, out _),
        AbsentDataKind.ContentField => data.Contents.Columns.TryGet(need.Name, out _),
        _ => data.Events.TryGetCode(need.Name, out _),
    };
}
