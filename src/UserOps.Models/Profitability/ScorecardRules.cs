using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>What must hold for a scorecard: every number and every listed text has one place in each characteristic, bands rise.</summary>
internal static class ScorecardRules
{
    internal static ImmutableArray<DefinitionIssue> Check(Scorecard scorecard)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CustomerAccountsRules.CheckText(scorecard.Id, "/id", issues);
        if (scorecard.Version < 1)
        {
            issues.Add(new("outOfRange", "/version", FormattableString.Invariant($"A version is 1 or more, not {scorecard.Version}.")));
        }

        if (scorecard.Scale is null)
        {
            issues.Add(new("missingMember", "/scale", "The scale is missing: how a score stands for odds."));
        }

        if (scorecard.Characteristics.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", "/characteristics", "There is no characteristic."));
        }
        else
        {
            var fields = new HashSet<string>(StringComparer.Ordinal);
            CustomerAccountsRules.Each(scorecard.Characteristics, "/characteristics", issues, (characteristic, path) => Check(characteristic, fields, path, issues));
        }

        CheckBands(scorecard.Bands, issues);
        return issues.ToImmutable();
    }

    private static void Check(ScorecardCharacteristic characteristic, HashSet<string> fields, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CustomerAccountsRules.CheckText(characteristic.Field, path + "/field", issues);
        if (characteristic.Field is not null && !fields.Add(characteristic.Field))
        {
            issues.Add(new("duplicateId", path + "/field", $"Another characteristic asks for '{characteristic.Field}' too."));
        }

        if (characteristic.Bins.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", path + "/bins", "There is no bin."));
        }
        else if (characteristic.Bins.Contains(null!))
        {
            CustomerAccountsRules.Each(characteristic.Bins, path + "/bins", issues, (_, _) => { });
        }
        else if (characteristic.IsCategory)
        {
            CheckTexts(characteristic.Bins, path + "/bins", issues);
        }
        else
        {
            CheckNumbers(characteristic.Bins, path + "/bins", issues);
        }
    }

    private static void CheckTexts(ImmutableArray<ScorecardBin> bins, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < bins.Length; i++)
        {
            string place = FormattableString.Invariant($"{path}/{i}");
            if (bins[i].Values.IsEmpty || bins[i].From is not null || bins[i].To is not null)
            {
                issues.Add(new("mixedBins", place, "The bins of one characteristic list texts, or all of them are stretches of numbers."));
            }

            CustomerAccountsRules.Each(bins[i].Values, place + "/values", issues, (_, _) => { });
            foreach (string text in bins[i].Values.Where(text => text is not null && !listed.Add(text)))
            {
                issues.Add(new("duplicateId", place + "/values", $"'{text}' is listed already."));
            }
        }
    }

    private static void CheckNumbers(ImmutableArray<ScorecardBin> bins, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (bins[0].From is { } first)
        {
            issues.Add(new("notEveryNumber", path + "/0/from", FormattableString.Invariant($"Numbers below {first} have no bin; the first one has no lower end.")));
        }

        for (int i = 1; i < bins.Length; i++)
        {
            if (bins[i].From is null || bins[i].From != bins[i - 1].To)
            {
                issues.Add(new("notEveryNumber", FormattableString.Invariant($"{path}/{i}/from"), FormattableString.Invariant($"A bin begins where the one before ends, at {Name(bins[i - 1].To)}, not at {Name(bins[i].From)}.")));
            }

            if (bins[i].To <= bins[i].From)
            {
                issues.Add(new("notRising", FormattableString.Invariant($"{path}/{i}/to"), FormattableString.Invariant($"A bin ends after it begins; {bins[i].To} is not above {bins[i].From}.")));
            }
        }

        if (bins[^1].To is { } last)
        {
            issues.Add(new("notEveryNumber", FormattableString.Invariant($"{path}/{bins.Length - 1}/to"), FormattableString.Invariant($"Numbers from {last} on have no bin; the last one has no upper end.")));
        }
    }

    private static string Name(decimal? edge) => edge is { } number ? FormattableString.Invariant($"{number}") : "no end";

    private static void CheckBands(ImmutableArray<ScorecardBand> bands, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        CustomerAccountsRules.Each(bands, "/bands", issues, (band, path) =>
        {
            CustomerAccountsRules.CheckText(band.Name, path + "/name", issues);
            if (band.Name is not null && !names.Add(band.Name))
            {
                issues.Add(new("duplicateId", path + "/name", $"There is another band '{band.Name}'."));
            }
        });
        for (int i = 1; i < bands.Length; i++)
        {
            if (bands[i]?.From <= bands[i - 1]?.From)
            {
                issues.Add(new("notRising", FormattableString.Invariant($"/bands/{i}/from"), FormattableString.Invariant($"A band begins above the one before; {bands[i].From} is not above {bands[i - 1].From}.")));
            }
        }
    }
}
