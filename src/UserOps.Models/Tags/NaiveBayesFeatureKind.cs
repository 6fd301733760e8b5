namespace UserOps.Models.Tags;

/// <summary>How a feature of a naive Bayes model reads a value.</summary>
public enum NaiveBayesFeatureKind
{
    /// <summary>Texts as they are, one or several; each one counts, also when it is repeated.</summary>
    Texts,

    /// <summary>The runs of so many characters in a text, such as a name; a character is a code point, not a UTF-16 unit.</summary>
    CharacterGrams,

    /// <summary>A measured number, normally distributed within each class.</summary>
    Number,
}
