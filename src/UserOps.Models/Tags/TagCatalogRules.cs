using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold for a catalog as a whole; each rule has one stable code.</summary>
internal static class TagCatalogRules
{
    internal static ImmutableArray<DefinitionIssue> Check(TagCatalog catalog)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (string.IsNullOrWhiteSpace(catalog.Id))
        {
            issues.Add(new("missingMember", "/id", "A catalog needs an id."));
        }

        TagRules.CheckVersion(catalog.Version, "/version", issues);
        CheckTags(catalog, issues);
        CheckSegments(catalog, issues);
        TagTaxonomyRules.Check(catalog.Taxonomy, "/taxonomy", issues);
        var references = new TagReferences(catalog);
        TagOrder.Of(references, issues);
        CheckReferences(catalog, references, issues);
        return issues.DrainToImmutable();
    }

    private static void CheckTags(TagCatalog catalog, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (catalog.Tags.IsDefault)
        {
            issues.Add(new("missingMember", "/tags", "The list of tags was never set; an empty list is allowed."));
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < catalog.Tags.Length; i++)
        {
            TagDefinition tag = catalog.Tags[i];
            if (tag is null)
            {
                issues.Add(new("missingMember", $"/tags/{i}", "The tag is null."));
                continue;
            }

            if (tag.Id is not null && !ids.Add(tag.Id))
            {
                issues.Add(new("duplicateId", $"/tags/{i}/id", $"There is another tag '{tag.Id}'."));
            }

            CheckNamespace(tag, $"/tags/{i}/id", issues);
            TagRules.Check(tag, catalog.Taxonomy, $"/tags/{i}", issues);
        }
    }

    /// <summary>A shipped tag says what the library's docs say it says; only who answers for it and whether it is in use are the caller's.</summary>
    private static void CheckNamespace(TagDefinition tag, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!tag.IsBuiltIn)
        {
            return;
        }

        TagDefinition? shipped = BuiltInTags.All.FirstOrDefault(known => known.Id == tag.Id);
        if (shipped is null || shipped with { Status = tag.Status, Owner = tag.Owner } != tag)
        {
            string fault = shipped is null ? "is no shipped tag" : "differs from the shipped tag";
            issues.Add(new("reservedId", path, $"'{tag.Id}' {fault}; a tag of your own has an id that does not start with '{TagDefaults.BuiltInPrefix}'."));
        }
    }

    private static void CheckSegments(TagCatalog catalog, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < catalog.Segments.Length; i++)
        {
            TagSegment segment = catalog.Segments[i];
            string path = $"/segments/{i}";
            if (segment is null || string.IsNullOrWhiteSpace(segment.Name))
            {
                issues.Add(new("missingMember", segment is null ? path : path + "/name", "A rule that others refer to has a name."));
            }
            else if (!names.Add(segment.Name) || catalog.Find(segment.Name) is not null)
            {
                issues.Add(new("duplicateId", path + "/name", $"There is another rule, or a tag, called '{segment.Name}'."));
            }

            if (segment is not null)
            {
                RuleStructure.Check(segment.Rule, path + "/rule", RuleScope.Users, issues);
            }
        }
    }

    private static void CheckReferences(TagCatalog catalog, TagReferences references, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        foreach (TagSource node in references.Nodes)
        {
            // What is no longer in use may name what is no longer there.
            bool isAsked = node.Kind == TagSourceKind.Segment || catalog.Find(node.Name)!.Status != TagStatus.Retired;
            foreach (TagReference reference in isAsked ? references.Of(node) : [])
            {
                CheckReference(node, reference, catalog, references, issues);
            }
        }
    }

    private static void CheckReference(
        TagSource node, TagReference reference, TagCatalog catalog, TagReferences references, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        (TagSource source, string path) = reference;
        if (source.Kind is TagSourceKind.Segment or TagSourceKind.Tag && !references.Contains(source))
        {
            string code = source.Kind == TagSourceKind.Tag ? "unknownTag" : "unknownSegment";
            issues.Add(new(code, path, $"There is no {(source.Kind == TagSourceKind.Tag ? "tag" : "rule and no tag")} '{source.Name}' here."));
        }
        else if (source.Kind == TagSourceKind.Tag && catalog.Find(source.Name) is { } tag)
        {
            bool isInUse = node.Kind == TagSourceKind.Segment || catalog.Find(node.Name)!.Status == TagStatus.Active;
            if (tag.Status == TagStatus.Retired)
            {
                issues.Add(new("retiredTag", path, $"The tag '{source.Name}' is retired and has no values."));
            }
            else if (isInUse && tag.Status == TagStatus.Draft)
            {
                issues.Add(new("draftTag", path, $"The tag '{source.Name}' is a draft and has no values yet."));
            }

            if (path.EndsWith("/segment", StringComparison.Ordinal) && tag.ValueType != TagValueType.Flag)
            {
                issues.Add(new("typeMismatch", path, $"'{source.Name}' is no flag; its value is read as the field '{tag.FieldName}'."));
            }
        }
    }
}
