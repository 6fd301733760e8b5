using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold for assignments; each rule has one stable code.</summary>
internal static class TagAssignmentRules
{
    internal static ImmutableArray<DefinitionIssue> Check(ImmutableArray<TagAssignment> assignments)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        for (int i = 0; i < assignments.Length; i++)
        {
            Check(assignments[i], $"/assignments/{i}", issues);
        }

        return issues.DrainToImmutable();
    }

    private static void Check(TagAssignment? assignment, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (assignment is null)
        {
            issues.Add(new("missingMember", path, "The assignment is null."));
            return;
        }

        if (assignment.User.IsEmpty)
        {
            issues.Add(new("missingMember", path + "/user", "An assignment is to a user."));
        }

        TagRules.CheckText(assignment.Tag, "tag", path, issues);
        if (assignment.Value is null)
        {
            issues.Add(new("missingMember", path + "/value", "An assignment has a value."));
        }

        if (assignment.ValidFor < TimeSpan.Zero)
        {
            issues.Add(new("negativeValue", path + "/validFor", $"The value stands for {assignment.ValidFor}; it cannot be negative."));
        }

        if (assignment.ValidUntil < assignment.AssignedAt)
        {
            issues.Add(new("emptyRange", path + "/validUntil", FormattableString.Invariant($"The value ends at {assignment.ValidUntil:O}, before it is assigned at {assignment.AssignedAt:O}.")));
        }

        TagRules.CheckText(assignment.Source, "source", path, issues);
        if (assignment.Confidence is { } confidence && confidence is not (>= 0 and <= 1))
        {
            issues.Add(new("outOfRange", path + "/confidence", FormattableString.Invariant($"A confidence is 0 to 1; {confidence} is not.")));
        }
    }
}
