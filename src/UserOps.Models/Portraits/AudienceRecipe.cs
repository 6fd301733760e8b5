using System.Collections.Immutable;
using System.Text.Json;

namespace UserOps.Models.Portraits;

/// <summary>A named, editable audience (画像实践): a rule, the values in it that are meant to be changed, and the data it needs.</summary>
/// <remarks>
/// Plain data, JSON round-trip; may be wrong until <see cref="Validate"/> gives no issue. Where a dataset lacks some of the data, the tests of
/// them are unknown of everyone, and the result says what was missing: <see cref="Evaluate"/> never throws for absence.
/// </remarks>
public sealed record AudienceRecipe
{
    /// <summary>Gets the stable id, such as <c>banking.installment</c>; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; a recipe whose rule was edited gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the kind of business.</summary>
    public required RecipeIndustry Industry { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText DisplayName { get; init; }

    /// <summary>Gets whom the recipe finds, in words.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>Gets a value indicating whether the library shipped the recipe; false for the caller's own.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets the columns of users the rule needs; of external ones the lineage says so.</summary>
    public ImmutableArray<FieldDefinition> UserFields
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the columns of events the rule needs.</summary>
    public ImmutableArray<FieldDefinition> EventFields
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the columns of contents the rule needs.</summary>
    public ImmutableArray<FieldDefinition> ContentFields
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the event names the rule needs.</summary>
    public ImmutableArray<string> Events
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the values that are meant to be changed.</summary>
    public ImmutableArray<RecipeParameter> Parameters
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the rule, with every parameter at its value.</summary>
    public required SegmentRule Rule { get; init; }

    /// <summary>Gets the value of a parameter.</summary>
    /// <param name="parameter">Its name.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    /// <exception cref="InvalidDefinitionException">The recipe itself is faulty.</exception>
    public RuleValue ValueOf(string parameter)
    {
        InvalidDefinitionException.ThrowIfAny(Validate());
        return new RuleText(Rule).ValueAt(Find(parameter).Places[0])!;
    }

    /// <summary>Makes the recipe with another value of a parameter.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="value">Of the kind of the present value, and within the limits.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">There is no such parameter, or it does not take the value.</exception>
    /// <exception cref="InvalidDefinitionException">The recipe itself is faulty.</exception>
    public AudienceRecipe With(string parameter, RuleValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        RuleValue present = ValueOf(parameter);
        RecipeParameter found = Find(parameter);
        if (value.Kind != present.Kind)
        {
            throw new ArgumentException($"The parameter '{parameter}' of '{Id}' is a {present.Kind}, as {present} is; '{value}' is none.", nameof(value));
        }

        if (RecipeRules.Breach(found, value) is { } breach)
        {
            throw new ArgumentException($"The parameter '{parameter}' of '{Id}' {breach}.", nameof(value));
        }

        var text = new RuleText(Rule);
        foreach (string place in found.Places)
        {
            text.Replace(place, value);
        }

        try
        {
            return this with { Rule = text.ToRule(), IsDefault = false }; // what is stored under the shipped version is what was shipped
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The parameter '{parameter}' of '{Id}' does not take '{value}': {exception.Message}", nameof(value), exception);
        }
    }

    /// <summary>Lists every fault: of the texts, of the fields, of the parameters, of the rule, and of the rule against the fields and events.</summary>
    /// <returns>Faults in document order; empty for a sound recipe.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => RecipeRules.Check(this);

    /// <summary>Asks the rule of every user of a dataset, as far as the dataset can answer.</summary>
    /// <param name="data">The dataset. A column or an event the rule needs may be absent; a column of another kind is a fault.</param>
    /// <param name="context">The instant and the zone.</param>
    /// <param name="run">Progress and threads; null for the defaults.</param>
    /// <param name="cancellationToken">Checked once per block of users.</param>
    /// <returns>The audience, and what was absent.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">The recipe is faulty, or a column is there with another kind or currency; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public RecipeResult Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        InvalidDefinitionException.ThrowIfAny(Validate());
        ImmutableArray<AbsentData> absent = AnswerableRule.AbsentIn(data, Rule);
        SegmentRule asked = AnswerableRule.Of(Rule, [.. absent]);
        return new(this, absent, new SegmentModel(asked).Evaluate(data, context, run, cancellationToken));
    }

    /// <inheritdoc/>
    public bool Equals(AudienceRecipe? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && Industry == other.Industry
        && DisplayName == other.DisplayName
        && Description == other.Description
        && IsDefault == other.IsDefault
        && ListEquality.Equal(UserFields, other.UserFields)
        && ListEquality.Equal(EventFields, other.EventFields)
        && ListEquality.Equal(ContentFields, other.ContentFields)
        && ListEquality.Equal(Events, other.Events)
        && ListEquality.Equal(Parameters, other.Parameters)
        && Equals(Rule, other.Rule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, Industry, DisplayName, ListEquality.Hash(Parameters), Rule);

    private RecipeParameter Find(string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Parameters.FirstOrDefault(candidate => candidate.Name == parameter)
            ?? throw new ArgumentException($"The recipe '{Id}' has no parameter '{parameter}'; it has: {string.Join(", ", Parameters.Select(candidate => candidate.Name))}.", nameof(parameter));
    }
}
