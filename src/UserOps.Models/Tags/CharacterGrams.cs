using System.Text;

namespace UserOps.Models.Tags;

/// <summary>The runs of characters in a text, by code point: 𠮷 is one character, though two UTF-16 units.</summary>
internal static class CharacterGrams
{
    /// <summary>Lists the grams from left to right; none when the text is shorter than one.</summary>
    /// <param name="text">Any text; half a surrogate pair counts as the replacement character.</param>
    /// <param name="length">Characters of a gram; 1 or more.</param>
    internal static IEnumerable<string> Of(string text, int length)
    {
        Rune[] characters = [.. text.EnumerateRunes()];
        for (int start = 0; start + length <= characters.Length; start++)
        {
            yield return string.Concat(characters[start..(start + length)]);
        }
    }
}
