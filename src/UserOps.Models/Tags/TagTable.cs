using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>The values of all active tags of a catalog for all users of a dataset: bitmaps and columns. Immutable, bound to the dataset.</summary>
public sealed class TagTable
{
    private readonly Dictionary<string, TagColumn> _byTag;

    internal TagTable(TagCatalog catalog, EvaluationContext context, UserDirectory directory, ImmutableArray<TagColumn> columns)
    {
        Catalog = catalog;
        Context = context;
        Directory = directory;
        Columns = columns;
        _byTag = columns.ToDictionary(column => column.Tag, StringComparer.Ordinal);
    }

    /// <summary>Gets the catalog that was asked.</summary>
    public TagCatalog Catalog { get; }

    /// <summary>Gets the instant and the zone for which it was asked.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the directory that gives ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>Gets one column for each active tag, in the order of the catalog.</summary>
    public ImmutableArray<TagColumn> Columns { get; }

    /// <summary>Gets the names of events that tags ask for and the data never held, ordinal: normal in a shard, else worth a look.</summary>
    public ImmutableArray<string> UnknownEvents { get; internal init; } = [];

    /// <summary>Gets the column of a tag.</summary>
    /// <param name="tag">The id of an active tag.</param>
    /// <exception cref="ArgumentException">The catalog has no active tag of that id.</exception>
    public TagColumn this[string tag] => _byTag.TryGetValue(tag, out TagColumn? column)
        ? column
        : throw new ArgumentException($"The catalog has no active tag '{tag}'.", nameof(tag));

    /// <summary>Gets the users who have a value: of a flag, those of whom it is known to be true or false.</summary>
    /// <param name="tag">The id of an active tag.</param>
    /// <exception cref="ArgumentException">The catalog has no active tag of that id.</exception>
    public UserSet UsersWith(string tag) => ColumnBits.WithoutValue(Directory, this[tag].Values).Complement();

    /// <summary>Gets the users who have a value: of a set, those in whose set it is.</summary>
    /// <param name="tag">The id of an active tag.</param>
    /// <param name="value">The value, of the type of the tag; a date as ISO 8601 text.</param>
    /// <exception cref="ArgumentException">The catalog has no active tag of that id.</exception>
    /// <exception cref="InvalidDefinitionException">The value is not of the type of the tag.</exception>
    public UserSet UsersWith(string tag, RuleValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Column column = this[tag].Values;
        FieldRule rule = column is SetColumn
            ? new ContainsAny { Field = column.Field.Name, Values = [value] }
            : new EqualTo { Field = column.Field.Name, Value = value };
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleStructure.Check(rule, "", RuleScope.Users, issues);
        RuleFields.Check(rule, "", new RuleFieldSource(_ => column.Field), issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        return new(Directory, RowProgram.Compile(ColumnTests.Of(rule, column), column.Count).Run().True);
    }

    /// <summary>Gets a flag as the answer of a rule: who is in, and of whom it is not known.</summary>
    /// <param name="tag">The id of an active flag.</param>
    /// <returns>Its members; the rule is the tag's own, or for a flag that is not computed by one, <c>inSegment</c> with its id.</returns>
    /// <exception cref="ArgumentException">The catalog has no active flag of that id.</exception>
    public Audience AudienceOf(string tag)
    {
        if (this[tag].Values is not FlagColumn flags)
        {
            throw new ArgumentException($"The tag '{tag}' is no flag; ask {nameof(UsersWith)} for one of its values.", nameof(tag));
        }

        SegmentRule rule = (Catalog.Find(tag)!.Computation as RuleComputation)?.Rule ?? Rule.InSegment(tag);
        return new(rule, RuleVersions.Of(rule), Context, new(Directory, flags.Bits.ToArray()), ColumnBits.WithoutValue(Directory, flags), UnknownEvents);
    }

    /// <summary>Gets what a tag says of one user; null where it has no value.</summary>
    /// <param name="user">Any user; nobody the dataset does not know has a value.</param>
    /// <param name="tag">The id of an active tag.</param>
    /// <exception cref="ArgumentException">The catalog has no active tag of that id.</exception>
    public TagValue? ValueOf(UserId user, string tag) => this[tag].Of(user);

    /// <summary>Gets all that is said of one user, in the order of the catalog; tags without a value for the user are left out.</summary>
    /// <param name="user">Any user; of nobody the dataset does not know is anything said.</param>
    public ImmutableArray<TagValue> ValuesOf(UserId user) => [.. Columns.Select(column => column.Of(user)).OfType<TagValue>()];

    /// <summary>Finds the values of ordered rules whose rules are both true for some users.</summary>
    /// <param name="tag">The id of an active tag.</param>
    /// <returns>Each pair that shares users, in the order of the rules; empty where none does, and for tags without ordered rules.</returns>
    /// <exception cref="ArgumentException">The catalog has no active tag of that id.</exception>
    public ImmutableArray<TagOverlap> OverlapsOf(string tag)
    {
        (string Value, UserSet Users)[] values = [.. this[tag].Rules
            .GroupBy(rule => rule.Value, StringComparer.Ordinal)
            .Select(rules => (rules.Key, rules.Select(rule => new UserSet(Directory, rule.Truth.True)).Aggregate((one, other) => one.Union(other))))];
        return
        [
            .. from first in Enumerable.Range(0, values.Length)
               from second in Enumerable.Range(first + 1, values.Length - first - 1)
               let users = values[first].Users.Intersect(values[second].Users)
               where users.Count > 0
               select new TagOverlap(values[first].Value, values[second].Value, users),
        ];
    }

    /// <summary>Gives the tags as plain numbers, for models that learn: clustering, propensity.</summary>
    /// <returns>
    /// Columns of doubles in the order of the catalog, missing where there is no value. A flag is 1 or 0; a number itself; a date the days from it to the
    /// local date of the evaluation. An enumeration and a set give one column of 1 and 0 for each text, named <c>id=text</c>: no order is claimed that the
    /// texts do not have.
    /// </returns>
    public ImmutableArray<NumberColumn> ToFeatures() => [.. Columns.SelectMany(column => TagFeatures.Of(column, Context))];
}
