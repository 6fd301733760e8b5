using UserOps.Models.Presentation;

namespace UserOps.Models.Tests.Presentation;

public sealed class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("自然搜索", 8)]
    [InlineData("首次bind", 8)]
    [InlineData("ｆｕｌｌ", 8)]                        // full-width Latin
    [InlineData("ﾊﾝｶｸ", 4)]                          // half-width katakana
    [InlineData("，。（）", 8)]                        // full-width punctuation
    [InlineData("±α→…①─█", 7)]                      // ambiguous is 1
    [InlineData("¥￥", 3)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]                       // combining acute
    [InlineData("が", 2)]
    [InlineData("か\u3099", 2)]                       // combining voiced mark on a wide letter
    [InlineData("한글", 4)]
    [InlineData("\u1112\u1161\u11AB", 2)]            // the same syllable from three jamo
    [InlineData("a\u200Bb", 2)]                      // zero-width space
    [InlineData("\uFEFFa", 1)]                       // byte-order mark inside a text
    [InlineData("co\u00ADop", 5)]                    // a soft hyphen is drawn
    [InlineData("กำ", 2)]                            // Thai sara am takes a cell of its own
    [InlineData("\uD840\uDC0B", 2)]                  // 𠀋, beyond the basic plane
    [InlineData("䷀", 2)]                             // hexagrams are wide since Unicode 16
    [InlineData("😀", 2)]
    [InlineData("👍🏽", 2)]                           // with a skin tone
    [InlineData("👩‍👩‍👧‍👦", 2)]                       // four people, one emoji
    [InlineData("🇨🇳🇩🇪", 4)]                         // two flags
    [InlineData("\u2764", 1)]                        // a heart as text
    [InlineData("\u2764\uFE0F", 2)]                  // and as emoji
    [InlineData("1\uFE0F\u20E3", 2)]                 // keycap
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2)]                      // flag written with tags
    public void Of_Text_CountsTerminalCells(string text, int expected) => Assert.Equal(expected, CellWidth.Of(text));

    [Fact] // not a row above: attributes are stored as UTF-8, which has no lone surrogates
    public void Of_LoneSurrogate_CountsItsReplacement() => Assert.Equal(3, CellWidth.Of("x\uD83Dy"));

    [Theory] // both ends of ranges of EastAsianWidth.txt, and their neighbors outside
    [InlineData(0x10FF, false)]
    [InlineData(0x1100, true)]
    [InlineData(0x115F, true)]
    [InlineData(0x1160, false)]
    [InlineData(0x231A, true)]
    [InlineData(0x231C, false)]
    [InlineData(0x2E80, true)]
    [InlineData(0x303E, true)]
    [InlineData(0x303F, false)]
    [InlineData(0x3247, true)]
    [InlineData(0x3248, false)] // circled numbers are ambiguous
    [InlineData(0x3250, true)]
    [InlineData(0xD7A3, true)]
    [InlineData(0xFFE6, true)]
    [InlineData(0xFFE8, false)]
    [InlineData(0x1F436, true)]
    [InlineData(0x1F43F, false)] // chipmunk: an emoji drawn as text
    [InlineData(0x1F440, true)]
    [InlineData(0x3FFFD, true)]
    [InlineData(0x3FFFE, false)]
    public void Contains_EndsOfRanges_AreWide(int codePoint, bool expected)
        => Assert.Equal(expected, EastAsianWide.Contains(codePoint));
}
