using System.Text.Json;
using UserOps.Models;
using UserOps.Models.Funnels;
using UserOps.Models.GrowthModels;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>What is asked of the data. Definitions are plain data: written here by hand, or read from a file.</summary>
internal static class Questions
{
    /// <summary>The tag whose users are compared with everybody.</summary>
    internal const string TargetTag = "builtin.fund-interest";

    /// <summary>The tag by whose values they are compared, beside <see cref="Traits"/>.</summary>
    internal const string TraitTag = "builtin.login-frequency";

    /// <summary>The days of the longest range, a hundred years; more the library refuses.</summary>
    internal const int LongestRange = 36_525;

    private const int DaysToComeBack = 30;
    private const int DaysToPay = 60; // 20 to apply, 5 to be granted, 30 until the first installment falls due, 5 of grace

    /// <summary>Asks for everybody acquired early enough to have had 30 days to come back; in shorter data, for everybody.</summary>
    internal static GrowthStagesDefinition Growth(Arguments asked, Loaded loaded, EvaluationContext context)
    {
        var calendar = ReportingCalendar.Of(context);
        // In numbers of days, which may leave the years 1 to 9999: some logs write 9999-12-31 where they know no date.
        int from = Math.Min(calendar.DayOf(loaded.Data.Events.First ?? context.AsOf).DayNumber, DateOnly.MaxValue.DayNumber - 1);
        int end = calendar.DayOf(context.AsOf).DayNumber + 1;
        int judged = end - DaysToComeBack;
        int to = judged > from ? judged : Math.Max(end, from + 1);
        return new GrowthStagesDefinition
        {
            Stages = StageEvents.Of(asked, loaded),
            CohortFrom = DateOnly.FromDayNumber(from),
            CohortTo = DateOnly.FromDayNumber(Math.Min(Math.Min(to, from + LongestRange), DateOnly.MaxValue.DayNumber)),
            RetentionFromDay = 1,
            RetentionToDay = DaysToComeBack,
            Window = TimeSpan.FromDays(DaysToComeBack),
            Breakdown = Channel(loaded),
        };
    }

    /// <summary>Takes the funnel from the file asked for; else the sample's installments; else what the data suggest.</summary>
    internal static FunnelDefinition Funnel(Arguments asked, Loaded loaded, EvaluationContext context)
    {
        if (asked.Funnel is not null)
        {
            return Stored(asked.Funnel);
        }
        return loaded.IsSample
            ? new FunnelDefinition
            {
                Steps =
                [
                    new FunnelStep { Name = "看分期产品 view", Events = EventFilter.Named("view").And(SampleFields.Kind.OfContent.Is("installment")) },
                    new FunnelStep { Name = "申请分期 apply", Events = "apply_installment", Within = TimeSpan.FromDays(20) },
                    new FunnelStep { Name = "申请通过 granted", Events = EventFilter.Named("apply_installment").And(SampleFields.Success.Is(true)), Within = TimeSpan.FromDays(5) },
                    new FunnelStep { Name = "首期还款 paid", Events = "installment_paid" },
                ],
                Window = TimeSpan.FromDays(DaysToPay),
                Range = EntryWithWindow(loaded.Data.Events, context),
                ReuseEvents = true, // a granted application is an application too
                Breakdown = new FunnelBreakdown { Property = SampleFields.Channel },
            }
            : new FunnelDefinition { Steps = [.. Suggested(loaded.Data.Events)], Breakdown = Channel(loaded) is CategoryField channel ? new FunnelBreakdown { Property = channel } : null };
    }

    /// <summary>Asks for users who may be written to and have enough to invest.</summary>
    internal static SegmentRule Reachable => SampleFields.MarketingConsent.Is(true).And(SampleFields.Assets.AtLeast(20_000m));

    /// <summary>Gets the attributes by which they are compared.</summary>
    internal static CategoryField[] Traits => [SampleFields.Channel, SampleFields.RiskLevel];

    // Who came too late to have had the whole window would count as lost, though time ran out and not patience; in shorter data, everybody.
    private static FunnelRange? EntryWithWindow(EventTable events, EvaluationContext context)
    {
        var calendar = ReportingCalendar.Of(context);
        int end = calendar.DayOf(context.AsOf).DayNumber + 1 - DaysToPay;
        return end > calendar.DayOf(events.First!.Value).DayNumber
            ? new FunnelRange { To = calendar.StartOf(DateOnly.FromDayNumber(end)), AppliesTo = FunnelRangeScope.Entry }
            : null;
    }

    private static FunnelDefinition Stored(string path)
    {
        string text = StoredText.Of(path);
        try
        {
            return string.IsNullOrWhiteSpace(text) ? throw new QuickstartException($"{path} is empty; it needs a funnel definition as JSON.") : UserOpsJson.Deserialize<FunnelDefinition>(text);
        }
        catch (JsonException cause)
        {
            throw new QuickstartException($"{path}: {cause.Message}", cause);
        }
    }

    // One kind of event: the first, second and third of it. Several: the three most frequent, the most frequent first.
    private static IEnumerable<FunnelStep> Suggested(EventTable events)
    {
        var counts = new long[events.Names.Length];
        for (int row = 0; row < events.Count; row++)
        {
            counts[events.CodeAt(row)]++;
        }
        return counts.Length == 1
            ? Enumerable.Range(1, 3).Select(number => new FunnelStep { Name = $"{events.Names[0]} {number}", Events = events.Names[0] })
            : Enumerable.Range(0, counts.Length).OrderByDescending(code => counts[code]).ThenBy(code => events.Names[code], StringComparer.Ordinal)
                .Take(3).Select(code => (FunnelStep)events.Names[code]);
    }

    private static CategoryField? Channel(Loaded loaded)
        => loaded.Data.Events.Columns.TryGet("channel", out var column) ? column.Field as CategoryField : null;
}
