using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>What must hold for a segment table; each rule has one stable code. Overlaps and holes are no faults, they are reported by the coverage.</summary>
internal static class RfmSegmentRules
{
    internal static ImmutableArray<DefinitionIssue> Check(RfmSegmentTable table)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (string.IsNullOrWhiteSpace(table.Id))
        {
            issues.Add(new("idMissing", "/id", "The table needs an id."));
        }

        if (table.Version < 1)
        {
            issues.Add(new("versionOutOfRange", "/version", FormattableString.Invariant($"The version is {table.Version}; the first is 1.")));
        }

        if (table.Bins is < 1 or > RfmScoringDefaults.MaximumBins)
        {
            issues.Add(new("binsOutOfRange", "/bins", FormattableString.Invariant($"The number of bins is {table.Bins}; it is 1 to {RfmScoringDefaults.MaximumBins}.")));
        }

        CheckSegments(table, issues);
        return issues.DrainToImmutable();
    }

    private static void CheckSegments(RfmSegmentTable table, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (table.Segments.IsDefaultOrEmpty || table.Segments.Length > RfmScoringDefaults.MaximumSegments)
        {
            issues.Add(new("segmentCount", "/segments", FormattableString.Invariant(
                $"There are {(table.Segments.IsDefault ? 0 : table.Segments.Length)} segments; there are 1 to {RfmScoringDefaults.MaximumSegments}.")));
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < table.Segments.Length; i++)
        {
            CheckSegment(table.Segments[i], $"/segments/{i}", ids, issues);
        }

        if (table.Else is { } rest)
        {
            CheckSegment(rest, "/else", ids, issues);
            if (rest is not { Recency: null, Frequency: null, Monetary: null, FrequencyMonetary: null })
            {
                issues.Add(new("unknownMember", "/else", "What takes the rest has no ranges of its own."));
            }
        }
    }

    private static void CheckSegment(RfmSegment? segment, string path, HashSet<string> ids, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (segment is null)
        {
            issues.Add(new("missingMember", path, "The segment is null."));
            return;
        }

        if (string.IsNullOrWhiteSpace(segment.Id))
        {
            issues.Add(new("idMissing", path + "/id", "A segment needs an id."));
        }
        else if (!ids.Add(segment.Id))
        {
            issues.Add(new("duplicateId", path + "/id", $"Another segment has the id '{segment.Id}'."));
        }

        LocalizedText.Check(segment.Name, path + "/name", issues);
        CheckRange(segment.Recency, path + "/recency", issues);
        CheckRange(segment.Frequency, path + "/frequency", issues);
        CheckRange(segment.Monetary, path + "/monetary", issues);
        CheckRange(segment.FrequencyMonetary, path + "/frequencyMonetary", issues);
    }

    private static void CheckRange(RfmScoreRange? range, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (range is { } given && given.Low > given.High)
        {
            issues.Add(new("rangeReversed", path, FormattableString.Invariant($"The range goes from {given.Low} to {given.High}, which holds nothing.")));
        }
    }
}
