using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>The users behind a churn warning, bound to its dataset.</summary>
public sealed class ChurnWarningUsers
{
    private readonly ChurnEvaluation _evaluation;
    private readonly Lazy<NumberColumn> _scores;
    private readonly Lazy<NumberColumn> _gapRatios;

    internal ChurnWarningUsers(ChurnEvaluation evaluation)
    {
        _evaluation = evaluation;
        _scores = new(() => ColumnOf(ChurnDefaults.ScoreColumn, evaluation.Scores));
        _gapRatios = new(() => ColumnOf(ChurnDefaults.GapRatioColumn, evaluation.GapRatios));
    }

    /// <summary>Gets the users who are warned of.</summary>
    public UserSet Warned => _evaluation.UsersIn(ChurnState.Warned);

    /// <summary>Gets the users who are known not to be leaving.</summary>
    public UserSet NotWarned => _evaluation.UsersIn(ChurnState.NotWarned);

    /// <summary>Gets the users of whom nothing is known, for whatever reason.</summary>
    public UserSet Unknown => _evaluation.UsersIn(ChurnState.Unknown);

    /// <summary>Gets the risk scores, one slot per ordinal, missing where the state is unknown: a plain column, input to any other room.</summary>
    public NumberColumn Scores => _scores.Value;

    /// <summary>Gets the gap ratios, one slot per ordinal, missing where there is none.</summary>
    public NumberColumn GapRatios => _gapRatios.Value;

    private UserDirectory Directory => _evaluation.Plan.Data.Directory;

    /// <summary>Gets the users who are unknown for a reason.</summary>
    /// <param name="reason">One of the four.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the four.</exception>
    public UserSet UnknownBecause(ChurnUnknownReason reason) => Enum.IsDefined(reason)
        ? _evaluation.UsersUnknown(reason)
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "This is none of the reasons.");

    /// <summary>Ranks users by their score: the higher first, of equal ones the larger gap ratio, of equal ones the smaller id.</summary>
    /// <param name="count">How many at most; 0 or more.</param>
    /// <param name="among">
    /// Whom to rank, such as those who are not churned already - who left last year has a high score and cannot be kept. Null for everybody.
    /// </param>
    /// <returns>The first of them with their reasons; users without a score are not among them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException">The set is of unrelated users.</exception>
    public ImmutableArray<ChurnRisk> MostAtRisk(int count, UserSet? among = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        UserSet scored = Unknown.Complement();
        int[] first = new ChurnRanking(_evaluation.Scores, _evaluation.GapRatios, Directory)
            .First(count, among is null ? scored : scored.Intersect(among));
        ChurnScratch scratch = _evaluation.Plan.NewScratch();
        return [.. first.Select(user => ChurnExplainer.Explain(_evaluation.Plan, user, scratch))];
    }

    /// <summary>Says why a user is where the result puts them: the numbers, the limits and how far they are apart.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public ChurnRisk Explain(UserId user) => Directory.TryGetOrdinal(user, out int ordinal)
        ? ChurnExplainer.Explain(_evaluation.Plan, ordinal, _evaluation.Plan.NewScratch())
        : throw new KeyNotFoundException($"The dataset does not know the user '{user}'.");

    private static NumberColumn ColumnOf(string name, double[] values)
    {
        var present = new ulong[BitKernels.WordsFor(values.Length)];
        var known = new double[values.Length];
        for (int user = 0; user < values.Length; user++)
        {
            bool exists = !double.IsNaN(values[user]);
            present[user >> 6] |= exists ? 1UL << user : 0;
            known[user] = exists ? values[user] : 0;
        }

        return new(Field.Number(name), known, present);
    }
}
