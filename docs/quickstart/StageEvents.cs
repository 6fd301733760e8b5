using UserOps.Models;
using UserOps.Models.GrowthModels;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>Which events serve each stage of growth: as asked, else by the usual names, else any event.</summary>
internal static class StageEvents
{
    private static readonly string[] Names = ["acquisition", "activation", "retention", "revenue", "referral"];

    // What a stage's event is called where nobody said; nobody is referred by an event that does not exist, so no "any" there.
    private static readonly Dictionary<string, string[]> UsualNames = new(StringComparer.Ordinal)
    {
        ["acquisition"] = ["register", "sign_up", "signup"],
        ["activation"] = ["bind_card", "activate"],
        ["retention"] = ["login", "open"],
        ["revenue"] = ["pay", "buy_fund", "apply_installment", "purchase", "order"],
        ["referral"] = ["invite", "refer"],
    };

    internal static GrowthStageEvents Of(Arguments asked, Loaded loaded)
    {
        foreach (string stage in asked.Stages.Keys)
        {
            if (!Names.Contains(stage))
            {
                throw new QuickstartException($"--stages: '{stage}' is no stage; they are {string.Join(", ", Names)}.");
            }
        }
        EventFilter Filter(string stage) => FilterOf(stage, asked, loaded.Data.Events);
        var activation = Filter("activation");
        return new GrowthStageEvents
        {
            Acquisition = Filter("acquisition"),
            // Trying to bind a card is not having one.
            Activation = loaded.IsSample ? activation.And(SampleFields.Success.Is(true)) : activation,
            Retention = Filter("retention"),
            Revenue = Filter("revenue"),
            Referral = Filter("referral"),
        };
    }

    internal static string Describe(GrowthStageEvents stages)
        => $"acquisition = {Text(stages.Acquisition)}, activation = {Text(stages.Activation)}, retention = {Text(stages.Retention)}, revenue = {Text(stages.Revenue)}, referral = {Text(stages.Referral)}";

    /// <summary>Names the events of a filter; where all are of one kind, that kind.</summary>
    internal static string NameOf(EventFilter filter, EventTable events) => filter.Names.IsEmpty && events.Names.Length == 1 ? events.Names[0] : Text(filter);

    /// <summary>Names the first event of a filter.</summary>
    internal static string FirstOf(EventFilter filter, EventTable events) => filter.Names.IsEmpty && events.Names.Length > 1 ? "first event" : $"first {NameOf(filter, events)}";

    /// <summary>Tells the stages whose events the data hold, at least one of them.</summary>
    internal static IReadOnlySet<GrowthStage> Measured(GrowthStageEvents stages, IReadOnlyCollection<string> unknown)
    {
        EventFilter[] filters = [stages.Acquisition, stages.Activation, stages.Retention, stages.Revenue, stages.Referral];
        return filters.Index().Where(stage => AreKnown(unknown, stage.Item))
            .Select(stage => (GrowthStage)stage.Index).ToHashSet();
    }

    /// <summary>Tells whether the data hold an event of the names of each filter.</summary>
    internal static bool AreKnown(IReadOnlyCollection<string> unknown, params EventFilter[] filters)
        => filters.All(filter => filter.Names.IsEmpty || filter.Names.Any(name => !unknown.Contains(name)));

    private static EventFilter FilterOf(string stage, Arguments asked, EventTable events)
    {
        if (asked.Stages.TryGetValue(stage, out string? named))
        {
            return named == "*" ? EventFilter.Any : EventFilter.Named(named.Split('+'));
        }
        string[] known = [.. UsualNames[stage].Where(name => events.TryGetCode(name, out _))];
        return known.Length > 0 ? EventFilter.Named(known) : stage == "referral" ? "invite" : EventFilter.Any;
    }

    private static string Text(EventFilter filter) => filter.Names.IsEmpty ? "any event" : string.Join("+", filter.Names);
}
