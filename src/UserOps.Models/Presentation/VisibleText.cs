using System.Buffers;
using System.Globalization;
using System.Text;

namespace UserOps.Models.Presentation;

/// <summary>Text in which nothing acts on the terminal or breaks the line.</summary>
internal static class VisibleText
{
    private const char Replacement = '\uFFFD';
    private const char LineFeedPicture = '\u240A';
    private static readonly SearchValues<char> PlainAscii = SearchValues.Create(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).ToArray());

    /// <summary>Replaces each control character by something to see.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>
    /// The text with control pictures for U+0000 to U+001F and U+007F, one picture for a line break of whatever kind, and
    /// the replacement character for the other controls, lone surrogates and marks that reorder what follows.
    /// </returns>
    internal static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(PlainAscii))
        {
            return text;
        }
        var line = new StringBuilder(text.Length);
        foreach (Rune rune in LineBreaks.Normalize(text).EnumerateRunes())
        {
            line.Append(Show(rune));
        }
        return line.ToString();
    }

    /// <summary>Gives a character in a form that only shows.</summary>
    /// <param name="rune">Any character; a line break must have been treated before where it is to stay one.</param>
    /// <returns>The same character, or what stands for it.</returns>
    internal static Rune Show(Rune rune) => rune.Value switch
    {
        < 0x20 => new Rune(rune.Value + 0x2400),
        0x7F => new Rune(0x2421),
        0x2028 or 0x2029 => new Rune(LineFeedPicture),
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || Reorders(rune.Value) => new Rune(Replacement),
        _ => rune,
    };

    // Embeddings, overrides and isolates would let one cell turn around the rest of its row (Unicode Technical Report 36).
    private static bool Reorders(int codePoint)
        => codePoint is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
