using UserOps.Models;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>One audience: sets of users and what is left of them.</summary>
internal static class AudienceTables
{
    private const int IdsShown = 3;

    internal static TextTable Of(IEnumerable<(string Name, UserSet Users)> sets, int everybody)
    {
        var table = new TextTableBuilder(TextColumn.Left("audience"), TextColumn.Right("users"), TextColumn.Right("of all users"), TextColumn.Left("for example"));
        foreach (var (name, users) in sets)
        {
            table.AddRow(name, CellText.Count(users.Count), CellText.Percent(new Ratio(users.Count, everybody).Value), string.Join(", ", users.Ids().Take(IdsShown)));
        }
        return table.Build();
    }
}
