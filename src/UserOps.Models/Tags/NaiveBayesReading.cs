namespace UserOps.Models.Tags;

/// <summary>A value as its feature reads it.</summary>
internal static class NaiveBayesReading
{
    internal static double? NumberOf(NaiveBayesFeature feature, NaiveBayesValue value) => value.Text is null && value.Texts.IsDefault
        ? value.Number
        : throw new ArgumentException($"The feature '{feature.Name}' reads a number, and the value is a text.", nameof(value));

    internal static IEnumerable<string> TextsOf(NaiveBayesFeature feature, NaiveBayesValue value)
    {
        if (value.Number is not null)
        {
            throw new ArgumentException($"The feature '{feature.Name}' reads texts, and the value is a number.", nameof(value));
        }

        IEnumerable<string> texts = value.Text is { } text ? [text] : value.Texts.IsDefault ? [] : value.Texts;
        return feature.Kind == NaiveBayesFeatureKind.CharacterGrams ? texts.SelectMany(one => CharacterGrams.Of(one, feature.GramLength)) : texts;
    }
}
