namespace UserOps.Models.Lifecycle;

/// <summary>One pass over a dataset: the verdict, the score and the gap ratio of each user, and the counts.</summary>
internal sealed class ChurnEvaluation
{
    private const byte FirstReason = (byte)ChurnState.Unknown;

    private readonly byte[] _verdicts;

    private ChurnEvaluation(ChurnPlan plan)
    {
        int users = plan.Data.Directory.Count;
        Plan = plan;
        _verdicts = new byte[users];
        Scores = new double[users];
        GapRatios = new double[users];
    }

    internal ChurnPlan Plan { get; }

    /// <summary>Gets the scores: shape [users], NaN for none.</summary>
    internal double[] Scores { get; }

    /// <summary>Gets the gap ratios: shape [users], NaN for none.</summary>
    internal double[] GapRatios { get; }

    internal ChurnTally Tally { get; } = new();

    internal static ChurnEvaluation Of(ChurnPlan plan, RunOptions? run, CancellationToken cancellationToken)
    {
        var evaluation = new ChurnEvaluation(plan);
        using var scratches = new ThreadLocal<ChurnScratch>(plan.NewScratch);
        foreach (ChurnTally part in UserRange.Each(
            plan.Data.Events.Offsets, run, range => evaluation.Assess(range, scratches.Value!), cancellationToken))
        {
            evaluation.Tally.Add(part);
        }

        return evaluation;
    }

    internal ChurnState StateOf(int user) => (ChurnState)Math.Min(_verdicts[user], FirstReason);

    internal UserSet UsersIn(ChurnState state) => Where(verdict => Math.Min(verdict, FirstReason) == (byte)state);

    internal UserSet UsersUnknown(ChurnUnknownReason reason) => Where(verdict => verdict == FirstReason + (byte)reason);

    private ChurnTally Assess(UserRange range, ChurnScratch scratch)
    {
        var tally = new ChurnTally();
        for (int user = range.From; user < range.To; user++)
        {
            ChurnFigures figures = Plan.Measure(user, scratch);
            ChurnAssessment assessment = Plan.Judge.Judge(figures);
            _verdicts[user] = (byte)((byte)assessment.State + (byte)(assessment.UnknownBecause ?? 0));
            Scores[user] = assessment.Score.Value ?? double.NaN;
            GapRatios[user] = assessment.GapRatio.Value ?? double.NaN;
            tally.Add(assessment, figures.WithoutAmount, Plan.Data.Events.Offsets[user + 1] - Plan.SeenEnd(user));
        }

        return tally;
    }

    private UserSet Where(Func<byte, bool> isIn)
    {
        var words = new ulong[BitKernels.WordsFor(_verdicts.Length)];
        for (int user = 0; user < _verdicts.Length; user++)
        {
            words[user >> 6] |= isIn(_verdicts[user]) ? 1UL << user : 0;
        }

        return new(Plan.Data.Directory, words);
    }
}
