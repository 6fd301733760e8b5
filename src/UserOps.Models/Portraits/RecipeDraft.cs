using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>Completes a shipped recipe: the data a rule needs follow from the rule.</summary>
internal static class RecipeDraft
{
    internal static AudienceRecipe Of(
        string id, RecipeIndustry industry, LocalizedText name, LocalizedText description, SegmentRule rule, params ImmutableArray<RecipeParameter> parameters)
    {
        ImmutableArray<AbsentData> needs = RuleNeeds.Of(rule);
        return new()
        {
            Id = id,
            Version = 1,
            Industry = industry,
            DisplayName = name,
            Description = description,
            IsDefault = true,
            UserFields = Needed(AbsentDataKind.UserField, RecipeVocabulary.Users),
            EventFields = Needed(AbsentDataKind.EventField, RecipeVocabulary.Events),
            ContentFields = Needed(AbsentDataKind.ContentField, RecipeVocabulary.Contents),
            Events = [.. needs.Where(need => need.Kind == AbsentDataKind.Event).Select(need => need.Name)],
            Parameters = parameters,
            Rule = rule,
        };

        ImmutableArray<FieldDefinition> Needed(AbsentDataKind kind, ImmutableArray<FieldDefinition> known)
            => [.. known.Where(field => needs.Contains(new AbsentData(kind, field.Name)))];
    }

    internal static RecipeParameter Parameter(string name, string zh, string en, string? unit, decimal minimum, decimal? maximum, params ImmutableArray<string> places)
        => new() { Name = name, DisplayName = new(zh, en), Unit = unit, Minimum = minimum, Maximum = maximum, Places = places };

    /// <summary>Makes the rule that a user has not had so many birthdays: age 26 at most is younger than 27.</summary>
    internal static SegmentRule YoungerThan(int years) => Rule.InWindow(RecipeVocabulary.BirthDate, TimeWindow.InLast(years, WindowUnit.Year));

    internal static SegmentRule AllOf(params ImmutableArray<SegmentRule> rules) => new AllOf { Args = rules };

    internal static SegmentRule AnyOf(params ImmutableArray<SegmentRule> rules) => new AnyOf { Args = rules };
}
