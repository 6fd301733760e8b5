namespace UserOps.Models;

/// <summary>The answer of a rule at an instant, and for every user by when time alone can change it: what the next answer starts from.</summary>
/// <remarks>
/// Immutable, like all it is made of. <see cref="Advance"/> asks only those users again whom new rows or the time that has passed can have
/// changed; the answer is that of a full evaluation.
/// </remarks>
public sealed class SegmentState
{
    // So many users, if they are most, are better asked where they are than copied first.
    private const int Many = 1 << 14;

    private readonly SegmentModel _model;
    private readonly UserOpsDataset _data;
    private readonly NextTimes _next; // by when to ask again

    internal SegmentState(SegmentModel model, UserOpsDataset data, Audience audience, NextTimes next)
    {
        _model = model;
        _data = data;
        _next = next;
        Audience = audience;
    }

    /// <summary>Gets who is in, and of whom it is not known.</summary>
    public Audience Audience { get; }

    /// <summary>
    /// Gets an instant by which to advance although nothing has happened: never after the first change that time alone brings; null where
    /// it brings none, or none before the end of year 9999.
    /// </summary>
    public DateTimeOffset? NextChange => _next.Earliest() is var ticks && ticks < OffsetTimeline.EndOfTime ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Gets the answer at a later instant over the same data or more.</summary>
    /// <param name="to">The later instant; the one of this state is allowed, for rows that came late.</param>
    /// <param name="data">
    /// The dataset of this state, or what <see cref="UserOpsDataset.Append"/> has made of it; null for the same. Rows that lie before the
    /// instant of this state count as well, however late they come.
    /// </param>
    /// <param name="run">Threads; progress is told at the end. Null for the defaults.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>The new state, and who entered, left or became uncertain.</returns>
    /// <exception cref="ArgumentException">The instant is earlier than that of this state, or the dataset did not grow out of this one's.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public SegmentChange Advance(DateTimeOffset to, UserOpsDataset? data = null, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        if (to < Audience.Context.AsOf)
        {
            throw new ArgumentException($"The instant {to:O} lies before {Audience.Context.AsOf:O}, the one of this state.", nameof(to));
        }

        UserOpsDataset now = data ?? _data;
        if (!_data.Directory.IsSameOrEarlierStateOf(now.Directory))
        {
            throw new ArgumentException("The dataset did not grow out of the one of this state.", nameof(data));
        }

        run ??= new RunOptions();
        EvaluationContext context = Audience.Context with { AsOf = to };
        int[] asked = AskedAgain(to.UtcTicks, now);
        SegmentState state = asked.Length == now.Directory.Count || asked.Length > Math.Max(Many, now.Directory.Count / 2)
            ? _model.Begin(now, context, run, cancellationToken)
            : With(asked, now, context, run, cancellationToken);
        run.Progress?.Report(1);
        return new SegmentChange(state, Audience);
    }

    /// <summary>Finds the users who can have changed, ascending.</summary>
    private int[] AskedAgain(long toTicks, UserOpsDataset now)
    {
        var asked = new ulong[BitKernels.WordsFor(now.Directory.Count)];
        ChangedUsers.Mark(_data, now, asked);
        _next.Mark(toTicks, asked);
        return [.. new UserSet(now.Directory, asked)];
    }

    private SegmentState With(int[] asked, UserOpsDataset now, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
    {
        IReadOnlySet<string> columns = _model.CheckFields(now);
        SegmentState some = _model.Begin(ChosenUsers.Of(now, asked, columns), context, run with { Progress = null }, cancellationToken);
        var audience = _model.AudienceOf(
            now, context, Merged(Audience.Members, some.Audience.Members, asked, now), Merged(Audience.Uncertain, some.Audience.Uncertain, asked, now));
        return new(_model, now, audience, _next.With(asked, some._next));
    }

    /// <summary>Takes the answers of those who were asked again, and keeps those of the others.</summary>
    private static UserSet Merged(UserSet before, UserSet answers, int[] asked, UserOpsDataset now)
    {
        var words = new ulong[BitKernels.WordsFor(now.Directory.Count)];
        before.Words.CopyTo(words);
        for (int i = 0; i < asked.Length; i++)
        {
            ulong bit = 1UL << asked[i];
            ref ulong word = ref words[asked[i] >> 6];
            word = answers.Contains(i) ? word | bit : word & ~bit;
        }

        return new(now.Directory, words);
    }
}
