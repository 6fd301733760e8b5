using System.Collections.Immutable;
using System.Text.Json;
using UserOps.Models;

namespace UserOps.Quickstart;

/// <summary>A rule from a file: text that may be wrong, until it is held against the data.</summary>
internal sealed record StoredRule(string Path, string Text)
{
    /// <exception cref="QuickstartException">The file cannot be read.</exception>
    internal static StoredRule Read(string path) => new(path, StoredText.Of(path));

    /// <summary>Lists what is wrong with it, and what hardly says what was meant.</summary>
    internal SegmentReport CheckAgainst(UserOpsDataset data) => CatalogOf(data).Validate(Text);

    /// <summary>Makes the model of a text without errors.</summary>
    /// <exception cref="QuickstartException">The text says null where the stricter door of stored rules wants nothing said.</exception>
    internal SegmentModel ToModel()
    {
        try
        {
            return new SegmentModel(UserOpsJson.Deserialize<SegmentRule>(Text));
        }
        catch (JsonException cause)
        {
            throw new QuickstartException($"{Path}: {cause.Message}", cause);
        }
    }

    // What the columns are, any rule over them must respect. A name no event has is no error: of a month without complaints it is the answer.
    private static SegmentCatalog CatalogOf(UserOpsDataset data) => new()
    {
        Users = new UserSchema { Id = "users", Version = 1, Fields = FieldsOf(data.Users.Columns) },
        Contents = new ContentSchema { Id = "contents", Version = 1, Fields = FieldsOf(data.Contents.Columns) },
        Events = new EventSchema
        {
            Id = "events",
            Version = 1,
            Fields = FieldsOf(data.Events.Columns),
            Events = [.. data.Events.Names.Select(name => new EventDefinition { Name = name, Properties = [.. data.Events.Columns.Select(column => column.Field.Name)] })],
            AllowsOtherEvents = true,
        },
    };

    private static ImmutableArray<FieldDefinition> FieldsOf(ColumnSet columns) => [.. columns.Select(column => FieldDefinition.Of(column.Field))];
}
