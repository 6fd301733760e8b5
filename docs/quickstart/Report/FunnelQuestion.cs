using UserOps.Models;
using UserOps.Models.Funnels;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>What a funnel asks, in words: numbers without it can be read in many ways.</summary>
internal static class FunnelQuestion
{
    internal static string Of(FunnelDefinition funnel, TimeZoneInfo zone)
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

    /// <summary>Describes the steps that ask for more than a name.</summary>
    internal static IEnumerable<string> Tests(FunnelDefinition funnel)
        => funnel.Steps.Index().Where(step => step.Item.Events.Where is not null || step.Item.Within is not null)
            .Select(step => $"step {step.Index + 1}: {Names(step.Item.Events)}{Test(step.Item.Events.Where)}{Limit(step.Item.Within)}");

    private static string Test(SegmentRule? where) => where is null ? "" : $" where {UserOpsJson.Serialize(where)}";

    private static string Limit(TimeSpan? within) => within is null ? "" : $" within {CellText.Duration(within)} of the step before";

    private static string Names(EventFilter events) => events.Names.IsEmpty ? "any event" : string.Join(" or ", events.Names);

    private static string Span(FunnelRange range, TimeZoneInfo zone)
        => (range.AppliesTo == FunnelRangeScope.Entry ? "first step" : "events")
            + (range.From is { } from ? $" from {Moments.Local(from, zone)}" : "")
            + (range.To is { } to ? $" before {Moments.Local(to, zone)}" : "");
}
