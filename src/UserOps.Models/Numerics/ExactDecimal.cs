using System.Globalization;

namespace UserOps.Models;

/// <summary>Reads a decimal number exactly or not at all; the framework's parser rounds silently what does not fit.</summary>
internal static class ExactDecimal
{
    /// <summary>Reads a number, without regard to culture.</summary>
    /// <param name="text">Digits with optional sign, point and exponent; white space around them means nothing.</param>
    /// <param name="number">The number; 0 when it is refused.</param>
    /// <returns>False when the text is no number, too large, or has more digits than a decimal holds.</returns>
    internal static bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && Normalize(text, out int exponent).SequenceEqual(Normalize(number.ToString(CultureInfo.InvariantCulture), out int kept))
            && exponent == kept)
        {
            return true;
        }

        number = 0;
        return false;
    }

    /// <summary>Gives the digits without zeros at either end, and the power of ten of the last of them; no digits and 0 for zero.</summary>
    private static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        int mark = text.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            // An exponent beyond int was refused by the parser above, unless the digits are all zero; then it means nothing.
            _ = int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out exponent);
            text = text[..mark];
        }

        int point = text.IndexOf('.');
        exponent -= point < 0 ? 0 : Math.Max(0, text.LastIndexOfAnyInRange('0', '9') - point);
        var digits = new char[text.Length];
        int count = 0;
        foreach (char symbol in text)
        {
            if (char.IsAsciiDigit(symbol) && (symbol != '0' || count > 0))
            {
                digits[count++] = symbol;
            }
        }

        while (count > 0 && digits[count - 1] == '0')
        {
            count--;
            exponent++;
        }

        exponent = count == 0 ? 0 : exponent;
        return digits.AsSpan(0, count);
    }
}
