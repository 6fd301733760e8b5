using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Gives the rules their fields out of the schemas of a catalog.</summary>
internal static class CatalogFields
{
    /// <exception cref="InvalidDefinitionException">A schema is faulty itself.</exception>
    internal static RuleFieldSource Of(SegmentCatalog catalog)
    {
        InvalidDefinitionException.ThrowIfAny([.. catalog.Users?.Validate() ?? [], .. catalog.Events?.Validate() ?? [], .. catalog.Contents?.Validate() ?? []]);
        Dictionary<string, FieldDefinition>? users = ByName(catalog.Users?.Fields);
        Dictionary<string, FieldDefinition>? contents = ByName(catalog.Contents?.Fields);
        Dictionary<string, FieldDefinition>? properties = ByName(catalog.Events?.Fields);
        Dictionary<string, EventDefinition>? events = catalog.Events?.Events.ToDictionary(one => one.Name, StringComparer.Ordinal);
        var decided = new HashSet<string>(StringComparer.Ordinal);
        return new RuleFieldSource(name => users?.GetValueOrDefault(name)?.ToField())
        {
            DecidedNodes = decided,
            LeavesOpen = _ => users is null,
            UnitOf = name => users?.GetValueOrDefault(name)?.Unit,
            KnowsEvent = name => events is null || catalog.Events!.AllowsOtherEvents || events.ContainsKey(name),
            OfEvent = name => OfEvent(properties, events?.GetValueOrDefault(name), contents, decided),
        };
    }

    private static RuleFieldSource OfEvent(
        Dictionary<string, FieldDefinition>? properties, EventDefinition? definition, Dictionary<string, FieldDefinition>? contents, ISet<string> decided)
    {
        bool isOpen = definition is null or { Properties.IsEmpty: true };
        HashSet<string> carried = definition is null
            ? []
            : [.. definition.Properties, .. definition.RequiredProperties, .. properties!.Values.Where(field => field.Required && !isOpen).Select(field => field.Name)];
        return new RuleFieldSource(name => name == Field.LocalTime.Name ? Field.LocalTime : Find(name)?.ToField())
        {
            DecidedNodes = decided,
            LeavesOpen = name => IsOfContent(name) ? contents is null : isOpen,
            UnitOf = name => Find(name)?.Unit,
        };

        FieldDefinition? Find(string name) => IsOfContent(name)
            ? contents?.GetValueOrDefault(name[Field.ContentPrefix.Length..])
            : carried.Contains(name) ? properties!.GetValueOrDefault(name) : null;
    }

    private static bool IsOfContent(string name) => name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal);

    private static Dictionary<string, FieldDefinition>? ByName(ImmutableArray<FieldDefinition>? fields)
        => fields?.ToDictionary(field => field.Name, StringComparer.Ordinal);
}
