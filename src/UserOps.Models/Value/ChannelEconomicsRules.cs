using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for unit economics by channel, whatever the data.</summary>
internal static class ChannelEconomicsRules
{
    internal static ImmutableArray<DefinitionIssue> Check(ChannelEconomicsDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(definition.Acquisition, "/acquisition", issues);
        if (definition.Channel is null)
        {
            issues.Add(new("missingMember", "/channel", "The column of the channels is missing."));
        }

        RevenueRules.Check(definition.Revenue, "/revenue", issues);
        if (definition.To < definition.From)
        {
            issues.Add(new("rangeEmpty", "/to", RevenueRules.Text($"The range ends on {definition.To:yyyy-MM-dd}, before its start on {definition.From:yyyy-MM-dd}.")));
        }

        if (definition.Window is { } window && window < TimeSpan.Zero)
        {
            issues.Add(new("negativeValue", "/window", RevenueRules.Text($"The window is {window}; it is zero or more.")));
        }

        CheckAges(definition, issues);
        CheckSpend(definition.Spend, issues);
        return issues.ToImmutable();
    }

    private static void CheckAges(ChannelEconomicsDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition is { Ages: 0, AgeLength: null })
        {
            return;
        }

        RevenueRules.CheckCount(definition.Ages, "/ages", "ages", issues);
        if (definition.AgeLength is not { } length)
        {
            issues.Add(new("missingMember", "/ageLength", "The length of an age is missing."));
        }
        else if (length <= TimeSpan.Zero)
        {
            issues.Add(new("outOfRange", "/ageLength", RevenueRules.Text($"The length of an age is {length}; it is above zero.")));
        }
        else if (definition.Window is { } window && definition.Ages > window / length)
        {
            issues.Add(new("beyondWindow", "/ages", RevenueRules.Text($"The {definition.Ages} ages of {length} end after the window of {window}.")));
        }

        if (definition.Revenue is { Cost: null, GrossMargin: null })
        {
            issues.Add(new("marginUnknown", "/ages", "A contribution is a margin: name costs or a gross margin."));
        }
    }

    private static void CheckSpend(ImmutableArray<ChannelSpend> spend, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (spend.IsDefault)
        {
            issues.Add(new("missingMember", "/spend", "The list of spends was never set; an empty list means that none is known."));
            return;
        }

        var channels = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < spend.Length; i++)
        {
            string path = RevenueRules.Text($"/spend/{i}");
            if (spend[i] is null || string.IsNullOrEmpty(spend[i].Channel))
            {
                issues.Add(new("emptyName", path, "A spend names its channel."));
            }
            else if (!channels.Add(spend[i].Channel))
            {
                issues.Add(new("duplicateChannel", path, $"Channel '{spend[i].Channel}' is listed twice."));
            }

            if (spend[i]?.Amount < 0)
            {
                issues.Add(new("negativeValue", path + "/amount", RevenueRules.Text($"The spend is {spend[i].Amount}; it is 0 or more.")));
            }
        }
    }
}
