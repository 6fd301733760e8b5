using System.Globalization;
using System.Text;

namespace UserOps.Models.Presentation;

/// <summary>How many cells of a terminal a text takes.</summary>
/// <remarks>
/// By grapheme cluster, as Unicode Standard Annex 29 cuts them. A cluster takes the sum of its characters, at most 2: so
/// an emoji of several people, a flag of two letters and a Hangul syllable of three jamo take 2. A character takes 2 when
/// its East Asian Width is W or F (Unicode Standard Annex 11, version 16.0), 0 when it only modifies its neighbor, else 1.
/// Ambiguous is 1, as in every terminal that is not set to a legacy East Asian encoding.
/// </remarks>
internal static class CellWidth
{
    private const int EmojiPresentation = 0xFE0F;
    private const int SoftHyphen = 0xAD;

    /// <summary>Measures a text that holds no control characters.</summary>
    /// <param name="text">Any text; a lone surrogate counts 1, as the replacement character it is shown as.</param>
    /// <returns>Cells, 0 for empty text.</returns>
    internal static int Of(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }
        int width = 0;
        while (!text.IsEmpty)
        {
            int length = StringInfo.GetNextTextElementLength(text);
            width += OfCluster(text[..length]);
            text = text[length..];
        }
        return width;
    }

    private static int OfCluster(ReadOnlySpan<char> cluster)
    {
        int width = 0;
        foreach (Rune rune in cluster.EnumerateRunes())
        {
            // The selector turns the character before it (a heart, a digit of a keycap) into an emoji.
            width += rune.Value == EmojiPresentation && width == 1 ? 1 : OfRune(rune);
        }
        return Math.Min(width, 2);
    }

    private static int OfRune(Rune rune)
    {
        if (IsZero(rune))
        {
            return 0;
        }
        return EastAsianWide.Contains(rune.Value) ? 2 : 1;
    }

    private static bool IsZero(Rune rune) => rune.Value switch
    {
        SoftHyphen => false,                            // a format character, yet terminals draw it
        >= 0x1160 and <= 0x11FF => true,                // Hangul vowels and finals join the syllable
        >= 0xD7B0 and <= 0xD7FF => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.Control,
    };
}
