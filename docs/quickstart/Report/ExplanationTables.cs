using UserOps.Models;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>Why a rule says of users what it says: of each the leaves that decided it.</summary>
internal static class ExplanationTables
{
    private const int LeavesShown = 8;
    private const int ValuesShown = 3;
    private const int LongestShown = 40;

    internal static TextTable Of(IEnumerable<(UserId User, SegmentExplanation Why)> users, TimeZoneInfo zone)
    {
        var table = new TextTableBuilder(
            TextColumn.Left("user"), TextColumn.Left("place"), TextColumn.Left("asked"), TextColumn.Left("answer"), TextColumn.Right("is"),
            TextColumn.Right("compared with"), TextColumn.Right("distance"), TextColumn.Left("stands until"));
        foreach (var (user, why) in users)
        {
            SegmentExplanation[] leaves = [.. Decisive(why)];
            foreach (var (place, leaf) in leaves.Take(LeavesShown).Index())
            {
                table.AddRow([place == 0 ? user.ToString() : "", .. CellsOf(leaf, zone)]);
            }
            if (leaves.Length > LeavesShown)
            {
                table.AddRow("", $"and {CellText.Count(leaves.Length - LeavesShown)} more", "", "", "", "", "", "");
            }
        }
        return table.Build();
    }

    /// <summary>Follows the operands that share the answer of their node, down to the leaves.</summary>
    private static IEnumerable<SegmentExplanation> Decisive(SegmentExplanation node) => node.Operands.IsEmpty
        ? [node]
        : node.Operands.Where(operand => node.Decisive.Contains(operand.Path)).SelectMany(Decisive);

    private static string[] CellsOf(SegmentExplanation leaf, TimeZoneInfo zone) =>
    [
        leaf.Path.Length == 0 ? "(whole)" : leaf.Path,
        Short($"{leaf.Op} {leaf.Subject}".TrimEnd()),
        leaf.Answer switch { RuleAnswer.True => "true", RuleAnswer.False => "false", _ => "unknown" },
        Met(leaf),
        leaf.Compared.IsEmpty ? CellText.Missing : Short(Listed(leaf)),
        leaf.Distance?.ToString() ?? CellText.Missing,
        leaf.Until is { } until ? Moments.Local(until, zone) : CellText.Missing,
    ];

    // A sequence has no value, only the events that made it.
    private static string Met(SegmentExplanation leaf) => leaf switch
    {
        { Actual: { } value } => Short(value.ToString()),
        { Evidence.IsEmpty: false } => Cells.Count(leaf.Evidence.Length, "event"),
        { Answer: RuleAnswer.Unknown } => "missing",
        _ => CellText.Missing,
    };

    private static string Listed(SegmentExplanation leaf)
        => string.Join(", ", leaf.Compared.Take(ValuesShown)) + (leaf.Compared.Length > ValuesShown ? $" and {CellText.Count(leaf.Compared.Length - ValuesShown)} more" : "");

    private static string Short(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown]}...";
}
