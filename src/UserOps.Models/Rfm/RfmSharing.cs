namespace UserOps.Models.Rfm;

/// <summary>Whether the scores of some users are the same beside other users: only where every cut is given.</summary>
internal static class RfmSharing
{
    /// <summary>Gets the sentence that says why two parts cannot be added up; null where they can.</summary>
    internal static string? WhyNot(RfmDefinition definition)
    {
        if (definition.Cuts is not null)
        {
            return null;
        }

        (RfmAxisScoring? Scoring, string Path)[] axes =
        [
            (definition.RecencyScoring, "/recencyScoring"),
            (definition.FrequencyScoring, "/frequencyScoring"),
            (definition.MonetaryScoring, "/monetaryScoring"),
            (definition.LengthScoring, "/lengthScoring"),
        ];
        string[] compared =
        [
            .. axes.Where(axis => axis.Scoring is { Method: not RfmScoringMethod.Thresholds }).Select(axis => $"{axis.Path} scores by {axis.Scoring!.Method}"),
            .. definition.Split.Method == RfmSplitMethod.Given ? Array.Empty<string>() : [$"/split cuts at the {definition.Split.Method}"],
        ];
        return compared.Length == 0
            ? null
            : $"The users of a part are compared with each other, not with those of the other part: {string.Join(", ", compared)}. "
                + "Evaluate all parts with the cuts of one result (definition.With(result.Cuts)), or give thresholds and split cuts.";
    }
}
