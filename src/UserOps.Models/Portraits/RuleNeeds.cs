using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What a rule needs of a dataset: the names of columns and events in it.</summary>
internal static class RuleNeeds
{
    /// <param name="rule">May be wrong.</param>
    /// <returns>Each need once, in document order; rules it refers to are no part of it.</returns>
    internal static ImmutableArray<AbsentData> Of(SegmentRule rule)
        => [.. RuleNames.Of(rule).Where(name => name.Kind != RuleNameKind.Segment).Select(NeedOf).Distinct()];

    private static AbsentData NeedOf(RuleName name) => name.Kind switch
    {
        RuleNameKind.UserField => new(AbsentDataKind.UserField, name.Name),
        RuleNameKind.Event => new(AbsentDataKind.Event, name.Name),
        _ when name.Name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal) => new(AbsentDataKind.ContentField, name.Name[Field.ContentPrefix.Length..]),
        _ => new(AbsentDataKind.EventField, name.Name),
    };
}
