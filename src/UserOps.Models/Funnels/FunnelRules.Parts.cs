using System.Collections.Immutable;

namespace UserOps.Models.Funnels;

internal static partial class FunnelRules
{
    // What only makes sense where steps follow each other, reported at the option.
    private static void CheckUnordered(FunnelDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        for (int i = 0; !definition.Steps.IsDefault && i < definition.Steps.Length; i++)
        {
            Refuse(definition.Steps[i]?.Optional == true, Text($"/steps/{i}/optional"), "optional steps", issues);
            Refuse(definition.Steps[i]?.Within is not null, Text($"/steps/{i}/within"), "a limit since the step before", issues);
        }

        Refuse(definition.Ties != FunnelTies.Any, "/ties", "a rule for ties", issues);
        Refuse(definition.Entry == FunnelEntry.First, "/entry", "entry by the first event alone", issues);
        Refuse(!definition.Exclusions.IsDefaultOrEmpty, "/exclusions", "exclusions between steps", issues);
        Refuse(definition.Range?.AppliesTo == FunnelRangeScope.Entry, "/range/appliesTo", "a range for the first step alone", issues);
        Refuse(definition.Breakdown?.Attribution == FunnelAttribution.Step, "/breakdown/attribution", "attribution to a step", issues);
        Refuse(definition.Counting == FunnelCounting.Totals, "/counting", "counting of tries", issues);
        Refuse(definition.Trend is not null, "/trend", "a trend by day of entry", issues);
    }

    private static void Refuse(bool isThere, string path, string what, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (isThere)
        {
            issues.Add(new("notWithUnordered", path, $"An unordered funnel cannot have {what}."));
        }
    }

    private static void CheckStepPair(
        FunnelDefinition definition, int from, int to, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckStepIndex(definition, from, path + "/fromStep", issues);
        CheckStepIndex(definition, to, path + "/toStep", issues);
        if (from >= to)
        {
            issues.Add(new("stepsNotAscending", path, Text($"Step {to} does not come after step {from}.")));
        }
    }

    private static void CheckStepIndex(FunnelDefinition definition, int step, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!IsStep(definition, step))
        {
            int last = definition.Steps.IsDefault ? -1 : definition.Steps.Length - 1;
            issues.Add(new("stepOutOfRange", path, Text($"There is no step {step}; steps are numbered from 0 to {last}.")));
        }
    }

    private static void CheckNotOptional(
        FunnelDefinition definition, int step, string code, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (IsStep(definition, step) && definition.Steps[step]?.Optional == true)
        {
            issues.Add(new(code, path, Text($"Step {step} is optional; a chain may not hold it.")));
        }
    }

    private static bool IsStep(FunnelDefinition definition, int step)
        => !definition.Steps.IsDefault && step >= 0 && step < definition.Steps.Length;

    private static void CheckNotNegative(TimeSpan? duration, string path, string what, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (duration < TimeSpan.Zero)
        {
            issues.Add(new("negativeDuration", path, Text($"{what} is {duration:c}; a duration is not negative.")));
        }
    }

    private static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, Text($"{value:D} is no {typeof(T).Name}.")));
        }
    }
}
