using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Gives few texts a code each, in the order of first sight.</summary>
/// <remarks>
/// Rows mostly repeat a handful of texts, often the very same objects: a small table found by length and ends, and compared by
/// reference first, answers nearly all of them without hashing a text.
/// </remarks>
internal sealed class TextList
{
    private const int RecentSlots = 64;

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly (string? Text, int Code)[] _recent = new (string?, int)[RecentSlots];

    internal int Count => _texts.Count;

    internal string this[int code] => _texts[code];

    internal int CodeOf(string text)
    {
        ref (string? Text, int Code) recent = ref _recent[SlotOf(text)];
        if (ReferenceEquals(recent.Text, text) || string.Equals(recent.Text, text))
        {
            return recent.Code;
        }

        if (!_codes.TryGetValue(text, out int code))
        {
            code = _texts.Count;
            _texts.Add(text);
            _codes.Add(text, code);
        }

        recent = (text, code);
        return code;
    }

    internal void Truncate(int count)
    {
        if (count == _texts.Count)
        {
            return;
        }

        Array.Clear(_recent);
        for (int code = _texts.Count - 1; code >= count; code--)
        {
            _codes.Remove(_texts[code]);
        }

        _texts.RemoveRange(count, _texts.Count - count);
    }

    internal ImmutableArray<string> ToImmutable() => [.. _texts];

    private static int SlotOf(string text)
        => text.Length == 0 ? 0 : (text.Length * 7 + text[0] * 31 + text[^1] * 13 + text[text.Length >> 1]) & (RecentSlots - 1);
}
