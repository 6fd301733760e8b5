using System.Collections.Immutable;

namespace UserOps.Models.Stratification;

/// <content>What several shards do: add up tiers by thresholds, and share thresholds.</content>
public sealed partial record PyramidSummary
{
    /// <summary>Joins the tiers of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary of a pyramid by thresholds.</param>
    /// <param name="b">The other, of the same definition and currency.</param>
    /// <returns>What the users of both together give.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions, the sources of the values or the currencies differ, a summary does not have the tiers of its definition, or the tiers are shares: of those, shards share <see cref="ToThresholds"/>.</exception>
    /// <exception cref="OverflowException">A sum has more digits than a decimal holds.</exception>
    public static PyramidSummary Merge(PyramidSummary a, PyramidSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, null, b.Definition, null, nameof(b));
        if (a.Source != b.Source)
        {
            throw new ArgumentException("The values of the summaries come from different columns, events or instants; they cannot be added up.", nameof(b));
        }

        if (a.Currency != b.Currency)
        {
            throw new ArgumentException("The summaries are in different currencies; they cannot be added up.", nameof(b));
        }

        if (a.Definition.Basis != PyramidBasis.Thresholds)
        {
            throw new ArgumentException("Tiers by shares compare all users with each other; let every shard use the thresholds of one pyramid (ToThresholds).", nameof(b));
        }

        SummaryQuestion.RequireSameParts(a.Strata.Select(stratum => stratum.Tier), b.Strata.Select(stratum => stratum.Tier), nameof(b));
        return a with
        {
            Strata = [.. a.Strata.Zip(b.Strata, Joined)],
            Users = a.Users + b.Users,
            Total = ExactTotal.Of(a.Total, b.Total),
            Missing = a.Missing + b.Missing,
        };
    }

    /// <summary>Makes thresholds of the lowest values of the tiers, for other users than these: those of another shard, or of next month.</summary>
    /// <returns>
    /// A pyramid by thresholds from the lowest tier up; a pyramid by thresholds is itself. Tiers that no value would lead to are left out: those without users,
    /// and those whose lowest value is that of the tier above, because equal values were parted by id. Who has less than anybody had here is in no tier.
    /// </returns>
    /// <exception cref="InvalidOperationException">No tier has a user.</exception>
    public PyramidDefinition ToThresholds()
    {
        if (Definition.Basis == PyramidBasis.Thresholds)
        {
            return Definition;
        }

        var tiers = ImmutableArray.CreateBuilder<PyramidTier>();
        foreach ((PyramidTier tier, PyramidStratum stratum) in Definition.Tiers.Zip(Strata))
        {
            if (stratum.Minimum is { } minimum && (tiers.Count == 0 || minimum < tiers[^1].Bound))
            {
                tiers.Add(tier with { Bound = minimum });
            }
        }

        tiers.Reverse();
        return tiers.Count > 0
            ? Definition with { Basis = PyramidBasis.Thresholds, Ties = PyramidTies.ById, Rounding = PyramidRounding.Up, Tiers = tiers.ToImmutable(), Currency = Currency ?? Definition.Currency }
            : throw new InvalidOperationException("No tier has a user, so there is no value from which one begins.");
    }

    private static PyramidStratum Joined(PyramidStratum a, PyramidStratum b) => a with
    {
        Users = a.Users + b.Users,
        Value = ExactTotal.Of(a.Value, b.Value),
        Minimum = a.Minimum is null || b.Minimum < a.Minimum ? b.Minimum : a.Minimum,
    };
}
