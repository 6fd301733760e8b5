using UserOps.Models;
using UserOps.Models.Funnels;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>What a funnel asks, in words: numbers without it can be read in many ways. Of what is left at its default only what tells how to read a table is said.</summary>
internal static class FunnelQuestion
{
    /// <summary>Describes a question, a line for each of its parts.</summary>
    internal static IEnumerable<string> Lines(FunnelDefinition funnel, TimeZoneInfo zone)
        => [Course(funnel, zone), .. Counted(funnel), .. Chains(funnel), .. Steps(funnel), .. Exclusions(funnel), .. Breakdown(funnel)];

    private static string Course(FunnelDefinition funnel, TimeZoneInfo zone)
    {
        string window = funnel.Window is { } length ? $"all steps within {CellText.Duration(length)}" : "any time between the steps";
        string order = funnel.Order switch
        {
            FunnelOrder.Ordered => "in order",
            FunnelOrder.Strict => "in order with no other step between",
            _ => "in any order",
        };
        return $"{order}, {window}{(funnel.Range is null ? "" : $", {Span(funnel.Range, zone)}")}";
    }

    private static IEnumerable<string> Counted(FunnelDefinition funnel)
    {
        if (funnel.Unit is { } unit)
        {
            yield return $"counted: values of {unit.Name}, not users";
        }
        if (funnel.Counting == FunnelCounting.Totals)
        {
            yield return $"counted: {(funnel.Unit is null ? "users" : "values")}, and in the column 'tries' every try of theirs";
        }
    }

    // Which events may make one chain.
    private static IEnumerable<string> Chains(FunnelDefinition funnel)
    {
        if (!funnel.HoldConstant.IsEmpty)
        {
            yield return $"on all events of a chain the same {string.Join(" and the same ", funnel.HoldConstant.Select(field => field.Name))}";
        }
        if (funnel.ReuseEvents)
        {
            yield return "one event may fill several steps";
        }
        if (funnel.Entry == FunnelEntry.First)
        {
            yield return "only the earliest event that fills step 1 starts a chain";
        }
        if (funnel.Ties != FunnelTies.Any)
        {
            yield return funnel.Ties == FunnelTies.Increasing ? "each step strictly later than the one before" : "events at one instant count in their order of arrival";
        }
    }

    // Only steps that ask for more than a name.
    private static IEnumerable<string> Steps(FunnelDefinition funnel)
        => funnel.Steps.Index().Where(step => step.Item.Events.Where is not null || Limits(step.Item).Length > 0)
            .Select(step => $"step {step.Index + 1}: {Events(step.Item.Events)}{Limits(step.Item)}");

    private static string Limits(FunnelStep step)
        => (step.Within is null ? "" : $" within {CellText.Duration(step.Within)} of the step before")
            + step.Occurrence switch
            {
                FunnelOccurrence.FirstEver => ", only the user's first of that name",
                FunnelOccurrence.FirstMatching => ", only the user's first such event",
                _ => "",
            }
            + (step.Optional ? ", may be skipped" : "");

    private static IEnumerable<string> Exclusions(FunnelDefinition funnel)
    {
        string effect = funnel.ExclusionEffect == FunnelExclusionEffect.Remove ? "who does leaves all counts, unless another try goes as far without" : "who does gets no further";
        return funnel.Exclusions.Select(excluded => $"not between steps {excluded.FromStep + 1} and {excluded.ToStep + 1}: {Events(excluded.Events)}; {effect}");
    }

    private static IEnumerable<string> Breakdown(FunnelDefinition funnel)
    {
        if (funnel.Breakdown is { } breakdown)
        {
            yield return $"by {breakdown.Property.Name}: " + breakdown.Attribution switch
            {
                FunnelAttribution.FirstTouch => "the first value on an event that fills a step",
                FunnelAttribution.LastTouch => "the last value on an event that fills a step",
                FunnelAttribution.AllSteps => "every value that all steps have",
                _ => $"every value that step {breakdown.Step + 1} has",
            };
        }
    }

    private static string Events(EventFilter events)
        => (events.Names.IsEmpty ? "any event" : string.Join(" or ", events.Names)) + (events.Where is null ? "" : $" where {UserOpsJson.Serialize(events.Where)}");

    private static string Span(FunnelRange range, TimeZoneInfo zone)
        => (range.AppliesTo == FunnelRangeScope.Entry ? "first step" : "events")
            + (range.From is { } from ? $" from {Moments.Local(from, zone)}" : "")
            + (range.To is { } to ? $" before {Moments.Local(to, zone)}" : "");
}
