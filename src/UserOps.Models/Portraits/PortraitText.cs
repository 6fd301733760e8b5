using System.Globalization;
using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>The parts of a portrait as text: names and values as they stand in JSON, instants as ISO 8601.</summary>
internal static class PortraitText
{
    internal static string Of(UserPortrait portrait) => string.Join('\n',
    [
        $"{portrait.User} as of {IsoTime.Write(portrait.Context.AsOf)}",
        Block("Attributes", portrait.Attributes),
        .. portrait.Tags.Select(group => group.ToString()),
        portrait.Behavior.ToString(),
        Block("Audiences", portrait.Audiences),
        Block("Personas", portrait.Personas),
    ]);

    internal static string Of(PortraitValueState state) => state.ToString().ToLowerInvariant();

    internal static string Of(TagValue value)
    {
        string?[] said =
        [
            value.Source,
            "since " + IsoTime.Write(value.AssignedAt),
            value.ValidUntil is { } end ? "until " + IsoTime.Write(end) : null,
            value.Confidence is { } confidence ? "confidence " + confidence.ToString(CultureInfo.InvariantCulture) : null,
            value.IsUncertain ? "uncertain" : null,
        ];
        string over = string.Join(", ", value.Losers.Select(loser => $"{loser.Value} ({loser.Source})"));
        return $"{ValueOf(value)} ({string.Join(", ", said.Where(part => part is not null))}){(over.Length > 0 ? " over " + over : "")}";
    }

    internal static string Of(PortraitBehavior behavior) => behavior is { First: { } first, Last: { } last }
        ? Block($"Behavior from {IsoTime.Write(first)} to {IsoTime.Write(last)}", behavior.Events.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Name}: {each.Count}")))
        : "Behavior: none";

    /// <summary>Writes a heading and a line for each item; <c>none</c> where there is no item.</summary>
    internal static string Block<T>(string heading, IEnumerable<T> items)
    {
        string[] lines = [.. items.Select(item => $"\n  {item}")];
        return lines.Length > 0 ? heading + string.Concat(lines) : heading + ": none";
    }

    private static string ValueOf(TagValue value)
        => value.Value?.ToString() ?? value.Number?.ToString(CultureInfo.InvariantCulture) ?? $"[{string.Join(", ", value.Elements)}]";
}
