using System.Globalization;

namespace UserOps.Models.Funnels;

/// <summary>What a step is called in results.</summary>
internal static class StepNames
{
    internal static string Of(FunnelDefinition definition, int step)
    {
        if (definition.Order == FunnelOrder.Unordered)
        {
            // Positions, not steps: any step may have been the first.
            return string.Create(CultureInfo.InvariantCulture, $"{step + 1} of {definition.Steps.Length}");
        }

        FunnelStep asked = definition.Steps[step];
        return asked.Name ?? (asked.Events.Names.IsEmpty ? "*" : string.Join(" | ", asked.Events.Names));
    }
}
