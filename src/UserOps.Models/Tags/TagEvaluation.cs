using System.Collections.Immutable;
using System.Diagnostics;

namespace UserOps.Models.Tags;

/// <summary>One evaluation of a catalog: checks every tag against the columns, then computes them, each after those it names.</summary>
internal sealed class TagEvaluation(TagCatalog catalog, UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
{
    private readonly TagRows _rows = new(RulesOf(catalog), data, context, run, cancellationToken);
    private readonly TagEnds _ends = new(data, context);
    private readonly Dictionary<string, TagColumn> _columns = new(StringComparer.Ordinal);

    /// <param name="given">The columns of tags that are not computed here, by id.</param>
    internal TagTable Run(Dictionary<string, TagColumn> given)
    {
        TagReferences references = new(catalog);
        ImmutableArray<TagSource> order = [.. TagOrder.Of(references, ImmutableArray.CreateBuilder<DefinitionIssue>()).Where(IsAsked)];
        Check(order, given);
        run.Progress?.Report(0);
        for (int i = 0; i < order.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compute(order[i], given);
            if (i < order.Length - 1)
            {
                run.Progress?.Report((i + 1.0) / order.Length);
            }
        }

        run.Progress?.Report(1);
        ImmutableArray<TagColumn> inOrder = [.. catalog.Tags.Where(tag => tag.Status == TagStatus.Active).Select(tag => _columns[tag.Id])];
        return new(catalog, context, data.Directory, inOrder) { UnknownEvents = UnknownEvents(references, order) };
    }

    private static IEnumerable<SegmentRule> RulesOf(TagCatalog catalog)
        => catalog.Segments.Select(segment => segment.Rule).Concat(catalog.Tags.Where(tag => tag.Status == TagStatus.Active).SelectMany<TagDefinition, SegmentRule>(tag => tag.Computation switch
        {
            RuleComputation rule => [rule.Rule],
            OrderedRulesComputation ordered => ordered.Rules.Select(rule => rule.Rule),
            ScoreComputation score => score.Elements.Select(element => element.Rule),
            _ => [],
        }));

    private bool IsAsked(TagSource node) => node.Kind == TagSourceKind.Segment || catalog.Find(node.Name)!.Status == TagStatus.Active;

    private void Check(ImmutableArray<TagSource> order, Dictionary<string, TagColumn> given)
    {
        // In the order of computation, because a rule is checked against the tags it names; told in the order of the document.
        var found = new SortedDictionary<int, ImmutableArray<DefinitionIssue>>();
        var fields = new TagFields(data);
        foreach (TagSource node in order)
        {
            var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
            int place = PlaceOf(node);
            if (node.Kind == TagSourceKind.Segment)
            {
                fields.Check(catalog.Segments[place], $"/segments/{place}", issues);
                place += catalog.Tags.Length;
            }
            else
            {
                fields.Check(catalog.Tags[place], given.GetValueOrDefault(node.Name), $"/tags/{place}", issues);
            }

            found.Add(place, issues.ToImmutable());
        }

        InvalidDefinitionException.ThrowIfAny([.. found.Values.SelectMany(issues => issues)]);
    }

    private int PlaceOf(TagSource node) => node.Kind == TagSourceKind.Segment
        ? catalog.Segments.ToList().FindIndex(segment => segment.Name == node.Name)
        : catalog.Tags.ToList().FindIndex(tag => tag.Id == node.Name);

    private void Compute(TagSource node, Dictionary<string, TagColumn> given)
    {
        if (node.Kind == TagSourceKind.Segment)
        {
            _rows.AddSegment(node.Name, _rows.Ask(catalog.Segments[PlaceOf(node)].Rule));
            return;
        }

        TagDefinition tag = catalog.Find(node.Name)!;
        TagColumn computed = given.TryGetValue(tag.Id, out TagColumn? column) ? column : ColumnOf(tag);
        TagColumn standing = _ends.Applied(tag, Listed(tag, computed));
        _columns.Add(tag.Id, standing);
        _rows.AddTag(tag, standing.Values);
    }

    private TagColumn ColumnOf(TagDefinition tag)
    {
        var times = new TagTimes(context.AsOf.UtcTicks, tag.Kind == TagKind.Rule ? "rule" : "statistical");
        switch (tag.Computation)
        {
            case FieldComputation attribute:
                data.Users.Columns.TryGet(attribute.Field, out Column? column);
                return new(tag.Id, data.Directory, TagDates.OfInstants(tag, column!, context), times);
            case EventComputation events:
                (Column values, UserSet beyond) = new EventValues(tag, events, data, context, run, cancellationToken).Compute();
                return new(tag.Id, data.Directory, values, times, refused: beyond);
            case RuleComputation rule:
                RowTruth truth = _rows.Ask(rule.Rule);
                return new(tag.Id, data.Directory, ColumnBits.Flags(tag.Id, new(data.Directory, truth.True), UnknownOf(truth)), times);
            case OrderedRulesComputation ordered:
                return OrderedValues.Of(tag, data.Directory, [.. ordered.Rules.Select(rule => (rule.Value, _rows.Ask(rule.Rule)))], times);
            case ScoreComputation score:
                return ScoreValues.Of(tag, score, data.Directory, [.. score.Elements.Select(element => _rows.Ask(element.Rule))], times);
            case MinedComputation or ImportedComputation:
                return AssignedColumn.Of(tag, data.Directory, []);
            default:
                throw new UnreachableException($"{tag.Computation.GetType().Name} was to be refused.");
        }
    }

    /// <summary>Puts the codes of an enumeration into the order of its definition; what the definition does not list is refused.</summary>
    private static TagColumn Listed(TagDefinition tag, TagColumn column) => column.Values switch
    {
        CategoryColumn texts when !tag.Values.IsEmpty && column.Rules.IsEmpty && column.Scores is null => ListedTexts.Of(tag, column, texts),
        SetColumn sets when !tag.Values.IsEmpty => ListedTexts.Of(tag, column, sets),
        _ => column,
    };

    private UserSet UnknownOf(RowTruth truth) => truth.Unknown.Length == 0 ? UserSet.None(data.Directory) : new(data.Directory, truth.Unknown);

    private ImmutableArray<string> UnknownEvents(TagReferences references, ImmutableArray<TagSource> order) =>
    [
        .. order.SelectMany(node => references.Of(node))
            .Where(reference => reference.Source.Kind == TagSourceKind.Event && !data.Events.TryGetCode(reference.Source.Name, out _))
            .Select(reference => reference.Source.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
