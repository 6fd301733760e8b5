using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace UserOps.Models;

/// <summary>A name or sentence in the two languages of the library.</summary>
/// <remarks>Plain data, JSON round-trip; what is missing is reported by the record that holds it.</remarks>
public sealed record LocalizedText
{
    /// <summary>Initializes a new instance of the <see cref="LocalizedText"/> class without texts, for an initializer.</summary>
    public LocalizedText()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="LocalizedText"/> class.</summary>
    /// <param name="zh">The Chinese text.</param>
    /// <param name="en">The English text.</param>
    [SetsRequiredMembers]
    public LocalizedText(string zh, string en)
    {
        Zh = zh;
        En = en;
    }

    /// <summary>Gets the Chinese text; not empty.</summary>
    public required string Zh { get; init; }

    /// <summary>Gets the English text; not empty.</summary>
    public required string En { get; init; }

    /// <summary>Adds a fault for each text that is missing.</summary>
    internal static void Check(LocalizedText? text, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(text?.Zh))
        {
            issues.Add(new("textMissing", path + "/zh", "The Chinese text is missing."));
        }

        if (string.IsNullOrWhiteSpace(text?.En))
        {
            issues.Add(new("textMissing", path + "/en", "The English text is missing."));
        }
    }
}
