using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Scores customers by a scorecard; checked when built, immutable, shared freely between threads.</summary>
/// <remarks>
/// Points are added up exactly. Missing is not a bin: where the scorecard names no points for it, the customer has no score. A
/// number meets its edge as a decimal; a measured one meets the double nearest to it.
/// </remarks>
public sealed class ScorecardModel
{
    private readonly ImmutableArray<CharacteristicPlaces> _places;

    /// <summary>Initializes a new instance of the <see cref="ScorecardModel"/> class.</summary>
    /// <param name="scorecard">The points.</param>
    /// <exception cref="ArgumentNullException">The scorecard is null.</exception>
    /// <exception cref="InvalidDefinitionException">The scorecard cannot be; every fault is in <c>Issues</c>.</exception>
    public ScorecardModel(Scorecard scorecard)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        InvalidDefinitionException.ThrowIfAny(ScorecardRules.Check(scorecard));
        Scorecard = scorecard;
        _places = [.. scorecard.Characteristics.Select(characteristic => new CharacteristicPlaces(characteristic))];
    }

    /// <summary>Gets the points.</summary>
    public Scorecard Scorecard { get; }

    /// <summary>Scores one customer whose values the caller has in memory.</summary>
    /// <param name="row">Values by column; a column that is absent or null is missing.</param>
    /// <exception cref="ArgumentNullException">The row is null.</exception>
    /// <exception cref="ArgumentException">A value is a text where a number is needed, or the reverse.</exception>
    public ScorecardExplanation Explain(IReadOnlyDictionary<string, RuleValue?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Explain([.. _places.Select(places => places.PlaceOf(row.GetValueOrDefault(places.Characteristic.Field), nameof(row)))]);
    }

    /// <summary>Scores everybody in a dataset.</summary>
    /// <param name="data">The dataset with the user table.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>A score per user of the directory; none for users known only from events, unless missing has points everywhere.</returns>
    /// <exception cref="ArgumentNullException">The dataset is null.</exception>
    /// <exception cref="InvalidDefinitionException">A column is absent, or of another kind than its bins.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ScorecardResult Evaluate(UserOpsDataset data, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        Func<int, int>[] placeOf = [.. _places.Select((places, i) => places.Bind(data.Users.Columns, FormattableString.Invariant($"/characteristics/{i}")))];
        var scores = new decimal?[data.Directory.Count];
        run ??= new RunOptions();
        var progress = new PassProgress(run.Progress, 1, scores.Length);
        new Workers(run.Threads, cancellationToken).ForEachRange(scores.Length, ProfitabilityDefaults.BlockUsers, (from, to) =>
        {
            for (int user = from; user < to; user++)
            {
                scores[user] = ScoreOf(placeOf, user);
            }

            progress.Advance(to - from);
        });
        progress.Finish();
        return new(this, data.Directory, scores, placeOf);
    }

    internal ScorecardExplanation Explain(ReadOnlySpan<int> places)
    {
        var points = ImmutableArray.CreateBuilder<CharacteristicScore>(places.Length);
        for (int i = 0; i < places.Length; i++)
        {
            decimal? here = _places[i].PointsAt(places[i]);
            points.Add(new()
            {
                Field = _places[i].Characteristic.Field,
                Bin = places[i] < 0 ? null : places[i],
                Points = here,
                BelowBest = _places[i].Characteristic.Bins.Max(bin => bin.Points) - here,
            });
        }

        decimal? score = points.Aggregate((decimal?)0, (sum, part) => sum + part.Points);
        return new()
        {
            Score = score,
            Odds = score is { } known ? Scorecard.Scale.OddsOf((double)known) : null,
            Band = score is { } placed ? Scorecard.BandOf(placed) : null,
            Points = points.MoveToImmutable(),
        };
    }

    private decimal? ScoreOf(Func<int, int>[] placeOf, int user)
    {
        decimal? score = 0;
        for (int i = 0; i < placeOf.Length && score is not null; i++)
        {
            score += _places[i].PointsAt(placeOf[i](user));
        }

        return score;
    }
}
