namespace UserOps.Models.Profitability;

/// <summary>The scores of the users of a dataset. Immutable.</summary>
public sealed class ScorecardResult
{
    private readonly ScorecardModel _model;
    private readonly UserDirectory _directory;
    private readonly decimal?[] _scores;
    private readonly Func<int, int>[] _placeOf;

    internal ScorecardResult(ScorecardModel model, UserDirectory directory, decimal?[] scores, Func<int, int>[] placeOf)
    {
        _model = model;
        _directory = directory;
        _scores = scores;
        _placeOf = placeOf;
        Scored = Where(score => score is not null);
        Summary = ScorecardSummary.Of(model.Scorecard, scores);
    }

    /// <summary>Gets the points.</summary>
    public Scorecard Scorecard => _model.Scorecard;

    /// <summary>Gets the counts.</summary>
    public ScorecardSummary Summary { get; }

    /// <summary>Gets the users with a score.</summary>
    public UserSet Scored { get; }

    /// <summary>Gets the users without a score, because a value is missing or unlisted and the scorecard has no points for that.</summary>
    public UserSet Unscored => Scored.Complement();

    /// <summary>Gets the score of a user; null without one, and for anybody the dataset does not know.</summary>
    /// <param name="user">The caller's key.</param>
    public decimal? ScoreOf(UserId user) => _directory.TryGetOrdinal(user, out int ordinal) ? _scores[ordinal] : null;

    /// <summary>Gets the users whose score lies in a band.</summary>
    /// <param name="name">The name of the band, ordinal.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">There is no such band.</exception>
    public UserSet InBand(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Scorecard.Bands.Any(band => band.Name == name)
            ? Where(score => score is { } known && Scorecard.BandOf(known) == name)
            : throw new ArgumentException($"The scorecard has no band '{name}'.", nameof(name));
    }

    /// <summary>Gets the users whose score lies between two numbers.</summary>
    /// <param name="from">The least score, included.</param>
    /// <param name="to">The end, excluded.</param>
    public UserSet Between(decimal from, decimal to) => Where(score => from <= score && score < to);

    /// <summary>Says why a user has this score.</summary>
    /// <param name="user">The caller's key.</param>
    /// <returns>The points of every characteristic; null for anybody the dataset does not know.</returns>
    public ScorecardExplanation? Explain(UserId user) => _directory.TryGetOrdinal(user, out int ordinal)
        ? _model.Explain([.. _placeOf.Select(placeOf => placeOf(ordinal))])
        : null;

    private UserSet Where(Func<decimal?, bool> test)
    {
        var words = new ulong[BitKernels.WordsFor(_scores.Length)];
        for (int user = 0; user < _scores.Length; user++)
        {
            words[user >> 6] |= test(_scores[user]) ? 1UL << (user & 63) : 0;
        }

        return new(_directory, words);
    }
}
