using UserOps.Models;
using UserOps.Models.Presentation;
using UserOps.Models.Tags;

namespace UserOps.Quickstart.Report;

/// <summary>The tags of a catalog: how many users have a value, and which most often.</summary>
internal static class TagTables
{
    internal static TextTable Of(TagTable tags)
    {
        var table = new TextTableBuilder(
            TextColumn.Left("tag"), TextColumn.Left("family"), TextColumn.Left("made by"), TextColumn.Right("users with a value"), TextColumn.Right("coverage"),
            TextColumn.Right("uncertain"), TextColumn.Left("says"));
        foreach (var tag in tags.Catalog.Tags.Where(tag => tag.Status == TagStatus.Active))
        {
            int covered = tags.UsersWith(tag.Id).Count;
            table.AddRow(
                NameOf(tag), Lower(tag.Family), Lower(tag.Kind!.Value), CellText.Count(covered), CellText.Percent(new Ratio(covered, tags.Directory.Count).Value),
                CellText.Count(tags[tag.Id].Uncertain.Count), Says(tags, tag));
        }
        return table.Build();
    }

    /// <summary>Gives the name at both ends of the office.</summary>
    internal static string NameOf(TagDefinition tag) => $"{tag.Name.Zh} {tag.Name.En}";

    // A number or a date says something else of everybody.
    private static string Says(TagTable tags, TagDefinition tag) => tags[tag.Id].Values switch
    {
        FlagColumn => $"true of {Cells.Count(tags.UsersWith(tag.Id, true).Count, "user")}",
        CategoryColumn texts when Commonest(texts) is { } value => $"most often {LabelOf(tag, value.Value)}, {Cells.Count(value.Count, "user")}",
        CategoryColumn => "no value",
        _ => CellText.Missing,
    };

    private static TagValueCount? Commonest(CategoryColumn texts)
        => TagRun.Of(Enumerable.Range(0, texts.Count).Select(user => texts[user])).Values.Select(value => (TagValueCount?)value).MaxBy(value => value!.Value.Count);

    private static string LabelOf(TagDefinition tag, string value)
        => tag.Values.FirstOrDefault(label => label.Value == value) is { } label ? $"{label.Name.Zh} {label.Name.En}" : value;

    private static string Lower<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();
}
