using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Lifecycle;

/// <summary>What must hold for a recall measurement; each rule has one stable code.</summary>
internal static class RecallRules
{
    internal static ImmutableArray<DefinitionIssue> Check(RecallDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(definition.Return, "/return", issues);
        if (definition.Window <= TimeSpan.Zero)
        {
            issues.Add(new("durationNotPositive", "/window", $"The window is {definition.Window}; nobody can return in it."));
        }

        if (!(definition.ConfidenceLevel > 0 && definition.ConfidenceLevel < 1))
        {
            issues.Add(new(
                "levelOutOfRange",
                "/confidenceLevel",
                string.Create(CultureInfo.InvariantCulture, $"The confidence level is {definition.ConfidenceLevel}; it lies strictly between 0 and 1.")));
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Refuses groups that cannot be compared.</summary>
    /// <exception cref="ArgumentException">A set is of users of another dataset, or a user is in both.</exception>
    internal static void RequireGroups(UserOpsDataset data, UserSet targeted, UserSet? holdout)
    {
        RequireUsersOf(data, targeted, nameof(targeted));
        if (holdout is null)
        {
            return;
        }

        RequireUsersOf(data, holdout, nameof(holdout));
        int shared = targeted.Intersect(holdout).Count;
        if (shared > 0)
        {
            UserId first = targeted.Intersect(holdout).Ids().Min();
            throw new ArgumentException($"{shared} of the users held out were targeted, '{first}' among them; a holdout is left alone.", nameof(holdout));
        }
    }

    private static void RequireUsersOf(UserOpsDataset data, UserSet users, string parameterName)
    {
        if (!users.Directory.IsSameOrEarlierStateOf(data.Directory))
        {
            throw new ArgumentException("The users are not of this dataset, nor of one it grew out of.", parameterName);
        }
    }
}
