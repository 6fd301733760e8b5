namespace UserOps.Models.Presentation;

/// <summary>The characters that end a line.</summary>
internal static class LineBreaks
{
    /// <summary>Makes every line break a single <c>\n</c>.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text without <c>\r\n</c>, <c>\r</c>, U+0085, U+2028 and U+2029. Vertical tab and form feed stay: renderers show them.</returns>
    internal static string Normalize(string text)
        => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u0085', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n');
}
