using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Funnels;

/// <summary>What must hold for any funnel, whatever the data: one rule, one stable code.</summary>
internal static partial class FunnelRules
{
    /// <summary>Finds every fault of a definition.</summary>
    /// <returns>The faults in the order of the definition; empty when the definition can be.</returns>
    internal static ImmutableArray<DefinitionIssue> Check(FunnelDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckSteps(definition, issues);
        CheckNotNegative(definition.Window, "/window", "The window", issues);
        CheckNamed(definition.Order, "/order", issues);
        CheckNamed(definition.Ties, "/ties", issues);
        CheckNamed(definition.Entry, "/entry", issues);
        CheckHold(definition.HoldConstant, issues);
        CheckExclusions(definition, issues);
        CheckRange(definition.Range, issues);
        CheckBreakdown(definition, issues);
        CheckNamed(definition.Counting, "/counting", issues);
        CheckNamed(definition.Detail, "/detail", issues);
        CheckHistogram(definition, issues);
        if (definition.Order == FunnelOrder.Unordered)
        {
            CheckUnordered(definition, issues);
        }

        return issues.ToImmutable();
    }

    private static void CheckSteps(FunnelDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Steps.IsDefaultOrEmpty)
        {
            issues.Add(new("noSteps", "/steps", "A funnel has at least one step."));
            return;
        }

        if (definition.Steps.Length > FunnelDefaults.MaximumSteps)
        {
            issues.Add(new("tooManySteps", "/steps", Text($"There are {definition.Steps.Length} steps; {FunnelDefaults.MaximumSteps} are possible.")));
        }

        for (int i = 0; i < definition.Steps.Length; i++)
        {
            CheckStep(definition.Steps[i], i, Text($"/steps/{i}"), issues);
        }
    }

    private static void CheckStep(FunnelStep? step, int index, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (step is null)
        {
            issues.Add(new("missingMember", path, "There is no step here."));
            return;
        }

        EventFilterRules.Check(step.Events, path + "/events", issues);
        if (index == 0 && step.Within is not null)
        {
            issues.Add(new("withinOnFirstStep", path + "/within", "The first step has no step before it to be within a time of."));
        }

        CheckNotNegative(step.Within, path + "/within", "The limit", issues);
        if (index == 0 && step.Optional)
        {
            issues.Add(new("optionalFirstStep", path + "/optional", "The first step starts the chain and cannot be skipped."));
        }

        CheckNamed(step.Occurrence, path + "/occurrence", issues);
    }

    private static void CheckHold(ImmutableArray<CategoryField> hold, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (hold.IsDefault)
        {
            issues.Add(new("missingMember", "/holdConstant", "The list of held properties was never set; an empty list holds none."));
            return;
        }

        for (int i = 0; i < hold.Length; i++)
        {
            if (hold[i] is null)
            {
                issues.Add(new("missingMember", Text($"/holdConstant/{i}"), "There is no property here."));
            }
        }
    }

    private static void CheckExclusions(FunnelDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Exclusions.IsDefault)
        {
            issues.Add(new("missingMember", "/exclusions", "The list of exclusions was never set; an empty list excludes nothing."));
            return;
        }

        if (definition.Exclusions.Length > FunnelDefaults.MaximumExclusions)
        {
            issues.Add(new("tooManyExclusions", "/exclusions", Text($"There are {definition.Exclusions.Length} exclusions; {FunnelDefaults.MaximumExclusions} are possible.")));
        }

        for (int i = 0; i < definition.Exclusions.Length; i++)
        {
            CheckExclusion(definition, definition.Exclusions[i], Text($"/exclusions/{i}"), issues);
        }

        if (definition.Exclusions.Length > 0 && definition.Counting == FunnelCounting.Totals)
        {
            issues.Add(new("exclusionsWithTotals", "/exclusions", "Exclusions judge users; they cannot be combined with counting totals."));
        }

        CheckNamed(definition.ExclusionEffect, "/exclusionEffect", issues);
    }

    private static void CheckExclusion(
        FunnelDefinition definition, FunnelExclusion? exclusion, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (exclusion is null)
        {
            issues.Add(new("missingMember", path, "There is no exclusion here."));
            return;
        }

        EventFilterRules.Check(exclusion.Events, path + "/events", issues);
        CheckStepPair(definition, exclusion.FromStep, exclusion.ToStep, path, issues);
        CheckNotOptional(definition, exclusion.FromStep, "exclusionAtOptionalStep", path + "/fromStep", issues);
        CheckNotOptional(definition, exclusion.ToStep, "exclusionAtOptionalStep", path + "/toStep", issues);
    }

    private static void CheckRange(FunnelRange? range, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (range is null)
        {
            return;
        }

        if (range.From >= range.To)
        {
            issues.Add(new("rangeEmpty", "/range", Text($"The range ends at {range.To:O}, not after its start at {range.From:O}.")));
        }

        CheckNamed(range.AppliesTo, "/range/appliesTo", issues);
    }

    private static void CheckBreakdown(FunnelDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Breakdown is not { } breakdown)
        {
            return;
        }

        if (breakdown.Property is null)
        {
            issues.Add(new("missingMember", "/breakdown/property", "There is no property here."));
        }

        CheckNamed(breakdown.Attribution, "/breakdown/attribution", issues);
        bool isAtStep = breakdown.Attribution == FunnelAttribution.Step;
        if (isAtStep && breakdown.Step is null)
        {
            issues.Add(new("breakdownStepMissing", "/breakdown/step", "Attribution to a step needs the step."));
        }

        if (breakdown.Step is { } step)
        {
            CheckStepIndex(definition, step, "/breakdown/step", issues);
            if (isAtStep)
            {
                CheckNotOptional(definition, step, "breakdownAtOptionalStep", "/breakdown/step", issues);
            }
        }
    }

    private static void CheckHistogram(FunnelDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Histogram is not { } histogram)
        {
            return;
        }

        CheckStepPair(definition, histogram.FromStep, histogram.ToStep, "/histogram", issues);
        if (histogram.Bins < 1)
        {
            issues.Add(new("countNotPositive", "/histogram/bins", Text($"The number of bins is {histogram.Bins}; it is at least 1.")));
        }

        if (histogram.Bins > FunnelDefaults.MaximumBins)
        {
            issues.Add(new("countTooLarge", "/histogram/bins", Text($"The number of bins is {histogram.Bins}; it is at most {FunnelDefaults.MaximumBins}.")));
        }

        if (definition.Detail != FunnelDetail.Chains)
        {
            issues.Add(new("histogramWithoutChains", "/histogram", "A histogram is made of the times of chains: set Detail to Chains."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
