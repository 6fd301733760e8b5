using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Tags;

/// <summary>The value of the first rule that is true.</summary>
internal static class OrderedValues
{
    internal static TagColumn Of(TagDefinition tag, UserDirectory directory, ImmutableArray<(string Value, RowTruth Truth)> rules, TagTimes times)
    {
        ImmutableArray<string> listed = [.. tag.Values.Select(label => label.Value)];
        var codes = new int[directory.Count];
        codes.AsSpan().Fill(-1);
        var assigned = new ulong[BitKernels.WordsFor(directory.Count)];
        var uncertain = new ulong[assigned.Length];
        foreach ((string value, RowTruth truth) in rules)
        {
            int code = listed.IndexOf(value, StringComparer.Ordinal);
            for (int word = 0; word < assigned.Length; word++)
            {
                // Whoever has no value by now would have this one, were the rule known to be true.
                uncertain[word] |= truth.Unknown.Length == 0 ? 0 : truth.Unknown[word] & ~assigned[word];
                for (ulong left = truth.True[word] & ~assigned[word]; left != 0; left &= left - 1)
                {
                    codes[(word << 6) + BitOperations.TrailingZeroCount(left)] = code;
                }

                assigned[word] |= truth.True[word];
            }
        }

        return new(tag.Id, directory, TagColumnValues.OfCodes(tag.Id, codes, listed), times, new(directory, uncertain)) { Rules = rules };
    }
}
