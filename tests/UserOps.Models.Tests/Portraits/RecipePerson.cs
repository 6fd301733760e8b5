using System.Globalization;
using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Portraits;

/// <summary>A hand-made user in a line of text: <c>assets=500000</c> is an attribute (nothing behind the sign: missing), <c>view@2d*3:kind=fund</c> three events of two days ago.</summary>
internal sealed record RecipePerson(Dictionary<string, string> Attributes, List<RecipeAct> Acts)
{
    internal static RecipePerson Of(string text) => new RecipePerson([], []).With(text);

    /// <summary>Makes the user with changes: an event in the text replaces all of its name, <c>-view</c> takes them away.</summary>
    internal RecipePerson With(string changes)
    {
        var attributes = new Dictionary<string, string>(Attributes);
        string[] words = changes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        RecipeAct[] acts = [.. words.Where(word => word.Contains('@')).SelectMany(RecipeAct.Of)];
        string[] replaced = [.. words.Where(word => word[0] == '-').Select(word => word[1..]), .. acts.Select(act => act.Name)];
        foreach (string word in words.Where(word => !word.Contains('@') && word[0] != '-'))
        {
            attributes[word[..word.IndexOf('=')]] = word[(word.IndexOf('=') + 1)..];
        }

        return new(attributes, [.. Acts.Where(act => !replaced.Contains(act.Name)), .. acts]);
    }

    /// <summary>Makes a dataset of this one user, "u", with the columns of a recipe that are not left out.</summary>
    /// <param name="recipe">Whose fields there are.</param>
    /// <param name="asOf">From when days are counted back.</param>
    /// <param name="without">A column or event that is absent.</param>
    internal UserOpsDataset ToDataset(AudienceRecipe recipe, DateTimeOffset asOf, AbsentData? without = null)
    {
        RecipeAct[] acts = [.. Acts.Where(act => without is not { Kind: AbsentDataKind.Event, Name: var name } || act.Name != name)];
        return new UserOpsDatasetBuilder(new IngestOptions { OnBadRow = OnBadRow.Throw })
            .AddUsers([this], map => Columns(map.User(_ => "u"), recipe.UserFields, AbsentDataKind.UserField, (person, name) => person.Attributes.GetValueOrDefault(name)))
            .AddContents(
                acts.Where(act => act.ContentId is not null).DistinctBy(act => act.ContentId),
                map => Columns(map.Id(act => act.ContentId), recipe.ContentFields, AbsentDataKind.ContentField, (act, name) => act.Properties.GetValueOrDefault(name)))
            .AddEvents(acts, map => Columns(
                map.User(_ => "u").Name(act => act.Name).At(act => asOf.AddDays(-act.DaysAgo)).Content(act => act.ContentId),
                recipe.EventFields,
                AbsentDataKind.EventField,
                (act, name) => act.Properties.GetValueOrDefault(name)))
            .Build();

        void Columns<TRow, TMap>(ColumnMap<TRow, TMap> map, IEnumerable<FieldDefinition> fields, AbsentDataKind kind, Func<TRow, string, string?> text)
            where TMap : ColumnMap<TRow, TMap>
        {
            foreach (FieldDefinition definition in fields.Where(field => without != new AbsentData(kind, field.Name)))
            {
                string? Value(TRow row) => text(row, definition.Name) is { Length: > 0 } value ? value : null;
                _ = definition.ToField() switch
                {
                    CategoryField field => map.With(field, Value),
                    AmountField field => map.With(field, row => Number(Value(row))),
                    QuantityField field => map.With(field, row => Number(Value(row))),
                    FlagField field => map.With(field, row => Value(row) is { } flag ? bool.Parse(flag) : null),
                    DateField field => map.With(field, row => Value(row) is { } date ? DateOnly.Parse(date, CultureInfo.InvariantCulture) : null),
                    SetField field => map.With(field, row => text(row, definition.Name)?.Split(',', StringSplitOptions.RemoveEmptyEntries)),
                    var other => throw new NotSupportedException(other.Kind.ToString()),
                };
            }
        }
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>One thing a hand-made user did.</summary>
internal sealed record RecipeAct(string Name, double DaysAgo, Dictionary<string, string> Properties)
{
    /// <summary>Contents are what they say of themselves.</summary>
    internal string? ContentId => Properties.ContainsKey("kind") || Properties.ContainsKey("topic") ? string.Join('|', Properties.Order()) : null;

    /// <summary>Reads <c>name@2.5d*3:kind=fund</c>.</summary>
    internal static IEnumerable<RecipeAct> Of(string text)
    {
        string[] parts = text.Split('@', ':');
        string[] times = parts[1].Split("d*");
        double daysAgo = double.Parse(times[0].TrimEnd('d'), CultureInfo.InvariantCulture);
        Dictionary<string, string> properties = parts.Length < 3 ? [] : parts[2].Split(',').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return Enumerable.Repeat(new RecipeAct(parts[0], daysAgo, properties), times.Length == 2 ? int.Parse(times[1], CultureInfo.InvariantCulture) : 1);
    }
}
