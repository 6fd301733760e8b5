using System.Collections.Immutable;
using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>The portrait of one user that is being put together. Everything has been checked.</summary>
internal sealed class UserPortraitDraft(UserPortraitDefinition definition, PortraitInputs inputs, int ordinal)
{
    private readonly TagCatalog _catalog = inputs.Tags.Catalog;
    private readonly UserId _user = inputs.Data.Directory[ordinal];

    internal UserPortrait ToPortrait()
    {
        ImmutableArray<PortraitAudience> audiences = [.. inputs.Audiences.Select(AudienceOf).OfType<PortraitAudience>()];
        return new()
        {
            User = _user,
            Context = inputs.Tags.Context,
            Attributes = [.. definition.Attributes.Fields.Select(FieldOf)],
            Tags = Groups(),
            Behavior = BehaviorOf(inputs.Data.Events),
            Audiences = audiences,
            Personas = [.. inputs.Personas.Select(persona => PersonaOf(persona, audiences)).OfType<PortraitPersona>()],
        };
    }

    private bool IsShown(TagSensitivity? sensitivity) => sensitivity is null || sensitivity <= definition.MaximumSensitivity;

    private PortraitField FieldOf(FieldDefinition field)
    {
        // Tags of every status: that one is retired does not make its column less sensitive.
        TagSensitivity? sensitivity = _catalog.Tags.Where(tag => tag.Computation is FieldComputation read && read.Field == field.Name).Max(tag => (TagSensitivity?)tag.Sensitivity);
        bool isShown = IsShown(sensitivity);
        bool isThere = inputs.Data.Users.Columns.TryGet(field.Name, out Column? column);
        ActualValue? value = isThere && isShown ? FieldLeaf.ValueOf(column!, ordinal) : null;
        return new()
        {
            Definition = field,
            State = !isThere ? PortraitValueState.Absent
                : !isShown ? PortraitValueState.Withheld
                : value is null ? PortraitValueState.Missing
                : PortraitValueState.Known,
            Value = value,
            Sensitivity = sensitivity,
        };
    }

    private ImmutableArray<PortraitTagGroup> Groups()
    {
        var references = new TagReferences(_catalog);
        ImmutableArray<TagFamily> families = definition.Families.IsEmpty ? [.. Enum.GetValues<TagFamily>()] : definition.Families;
        IEnumerable<string> ids = definition.Tags.IsEmpty ? inputs.Tags.Columns.Select(column => column.Tag) : definition.Tags;
        return
        [
            .. ids.Select(id => _catalog.Find(id)!)
                .Where(tag => families.Contains(tag.Family))
                .GroupBy(tag => (tag.Family, Place: PlaceOf(tag)))
                .OrderBy(group => families.IndexOf(group.Key.Family))
                .ThenBy(group => group.Key.Place)
                .Select(group => new PortraitTagGroup
                {
                    Family = group.Key.Family,
                    Node = group.Key.Place < 0 ? null : _catalog.Taxonomy.Nodes[group.Key.Place],
                    Tags = [.. group.Select(tag => TagOf(tag, references))],
                }),
        ];
    }

    /// <summary>Gets the place of a tag in the taxonomy; -1 for the family itself.</summary>
    private int PlaceOf(TagDefinition tag) => tag.Node is null ? -1 : _catalog.Taxonomy.Nodes.IndexOf(_catalog.Taxonomy.Find(tag.Node)!);

    private PortraitTag TagOf(TagDefinition tag, TagReferences references)
    {
        bool isShown = IsShown(tag.Sensitivity);
        TagColumn column = inputs.Tags[tag.Id];
        TagValue? value = isShown ? column.Of(_user) : null;
        return new()
        {
            Definition = tag,
            State = !isShown ? PortraitValueState.Withheld
                : value is not null ? PortraitValueState.Known
                : column.Refused.Contains(_user) ? PortraitValueState.Refused
                : PortraitValueState.Missing,
            Value = value,
            Lineage = references.LineageOf(tag.Id),
        };
    }

    private PortraitBehavior BehaviorOf(EventTable events)
    {
        int from = events.Offsets[ordinal];
        int end = events.SeenEnd(from, events.Offsets[ordinal + 1], inputs.Tags.Context.AsOf.UtcTicks);
        return new()
        {
            First = from < end ? new DateTimeOffset(events.UtcTicks[from], TimeSpan.Zero) : null,
            Last = from < end ? new DateTimeOffset(events.UtcTicks[end - 1], TimeSpan.Zero) : null,
            Events =
            [
                .. Enumerable.Range(from, end - from)
                    .CountBy(events.CodeAt)
                    .Select(each => new PortraitEventCount(events.Names[each.Key], each.Value))
                    .OrderByDescending(each => each.Count)
                    .ThenBy(each => each.Name, StringComparer.Ordinal),
            ],
        };
    }

    private PortraitAudience? AudienceOf((string Name, Audience Audience) named)
    {
        bool isUncertain = named.Audience.Uncertain.Contains(ordinal);
        return isUncertain || named.Audience.Members.Contains(ordinal)
            ? new() { Name = named.Name, RuleVersion = named.Audience.RuleVersion, IsUncertain = isUncertain }
            : null;
    }

    /// <summary>Links a persona to the audience it names, or to the first one that has its rule; one the user surely is in before all others.</summary>
    private PortraitPersona? PersonaOf(Persona persona, ImmutableArray<PortraitAudience> audiences)
    {
        IEnumerable<string> linked = inputs.Audiences
            .Where(given => string.IsNullOrWhiteSpace(persona.Audience) ? given.Audience.Rule == persona.Rule : given.Name == persona.Audience)
            .Select(given => given.Name);
        PortraitAudience? audience = audiences.Where(each => linked.Contains(each.Name, StringComparer.Ordinal)).OrderBy(each => each.IsUncertain).FirstOrDefault();
        return audience is null ? null : new() { Persona = persona, Audience = audience };
    }
}
