using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>What must hold for a definition, whatever the data; each rule has one stable code.</summary>
internal static class GrowthStageRules
{
    private static readonly string[] Names = ["acquisition", "activation", "retention", "revenue", "referral"];

    internal static ImmutableArray<DefinitionIssue> Check(GrowthStagesDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckStages(definition.Stages, issues);
        CheckCohort(definition, issues);
        CheckRetentionDays(definition, issues);
        if (definition.Window < TimeSpan.Zero)
        {
            issues.Add(new("negativeDuration", "/window", $"The window is {definition.Window}; it cannot be negative."));
        }

        CheckTargets(definition.Targets, issues);
        if (definition.Breakdown == Field.LocalTime)
        {
            issues.Add(new("notAProperty", "/breakdown", "'@localTime' is no column; a breakdown needs a property of the acquisition event."));
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Lists what shows only against data: columns of the stages' tests that are absent or of another kind.</summary>
    internal static ImmutableArray<DefinitionIssue> CheckColumns(GrowthStagesDefinition definition, UserOpsDataset data)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        for (GrowthStage stage = GrowthStage.Acquisition; stage <= GrowthStage.Referral; stage++)
        {
            EventFilterRules.CheckColumns(definition.Stages[stage], data, PathOf(stage), issues);
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Gets the RFC 6901 pointer of a stage's events.</summary>
    internal static string PathOf(GrowthStage stage) => "/stages/" + Names[(int)stage];

    private static void CheckStages(GrowthStageEvents? stages, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (stages is null)
        {
            issues.Add(new("missingMember", "/stages", "The stages are missing."));
            return;
        }

        for (GrowthStage stage = GrowthStage.Acquisition; stage <= GrowthStage.Referral; stage++)
        {
            EventFilterRules.Check(stages[stage], PathOf(stage), issues);
        }
    }

    private static void CheckCohort(GrowthStagesDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        int days = definition.CohortTo.DayNumber - definition.CohortFrom.DayNumber;
        if (days <= 0)
        {
            issues.Add(new(
                "rangeEmpty",
                "/cohortTo",
                $"The cohort ends on {definition.CohortTo:O}, which is not after its start on {definition.CohortFrom:O}."));
        }
        else if (days > GrowthDefaults.MaximumCohortDays)
        {
            issues.Add(new("rangeTooLong", "/cohortTo", $"The cohort has {days} days; at most {GrowthDefaults.MaximumCohortDays} are allowed."));
        }
    }

    private static void CheckRetentionDays(GrowthStagesDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.RetentionFromDay < 0)
        {
            issues.Add(new(
                "dayOutOfRange",
                "/retentionFromDay",
                FormattableString.Invariant($"The first retention day is {definition.RetentionFromDay}; it cannot be negative.")));
        }

        if (definition.RetentionToDay > GrowthDefaults.MaximumRetentionDay)
        {
            issues.Add(new(
                "dayOutOfRange",
                "/retentionToDay",
                FormattableString.Invariant($"The last retention day is {definition.RetentionToDay}; at most {GrowthDefaults.MaximumRetentionDay} is allowed.")));
        }

        if (definition.RetentionToDay < definition.RetentionFromDay)
        {
            issues.Add(new(
                "rangeEmpty",
                "/retentionToDay",
                FormattableString.Invariant($"The last retention day is {definition.RetentionToDay}, which is before the first, {definition.RetentionFromDay}.")));
        }
    }

    private static void CheckTargets(GrowthTargets? targets, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        for (GrowthStage stage = GrowthStage.Activation; targets is not null && stage <= GrowthStage.Referral; stage++)
        {
            if (targets[stage] is { } target and (<= 0 or > 1))
            {
                issues.Add(new(
                    "targetOutOfRange",
                    "/targets/" + Names[(int)stage],
                    FormattableString.Invariant($"The target is {target}; it is a fraction greater than 0 and at most 1.")));
            }
        }
    }
}
