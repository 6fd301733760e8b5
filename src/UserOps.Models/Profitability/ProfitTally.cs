using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>What the users of one thread add up to: whole numbers, so that their order shows nowhere.</summary>
internal sealed class ProfitTally
{
    private readonly StatementTotals _total;
    private readonly StatementTotals[] _segments;
    private readonly long[] _leftOutOfSegment;
    private readonly long[] _missing;
    private readonly long[] _outOfRange;
    private long _leftOut;
    private long _lossMakers;

    internal ProfitTally(StatementLayout layout, int segments, int sources)
    {
        _total = new(layout);
        _segments = [.. Enumerable.Range(0, segments).Select(_ => new StatementTotals(layout))];
        _leftOutOfSegment = new long[segments];
        _missing = new long[sources];
        _outOfRange = new long[sources];
    }

    internal void Add(int user, ReadOnlySpan<decimal> figures, bool isLoss, ReadOnlySpan<KeyValuePair<string, UserSet>> segments)
    {
        _total.Add(figures);
        _lossMakers += isLoss ? 1 : 0;
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Value.Contains(user))
            {
                _segments[i].Add(figures);
            }
        }
    }

    internal void LeaveOut(int user, List<(int Gap, ProfitGapReason Reason)> gaps, ReadOnlySpan<KeyValuePair<string, UserSet>> segments)
    {
        _leftOut++;
        foreach ((int gap, ProfitGapReason reason) in gaps)
        {
            (reason == ProfitGapReason.Missing ? _missing : _outOfRange)[gap]++;
        }

        for (int i = 0; i < segments.Length; i++)
        {
            _leftOutOfSegment[i] += segments[i].Value.Contains(user) ? 1 : 0;
        }
    }

    internal void Add(ProfitTally other)
    {
        _total.Add(other._total);
        for (int i = 0; i < _segments.Length; i++)
        {
            _segments[i].Add(other._segments[i]);
        }

        Add(_leftOutOfSegment, other._leftOutOfSegment);
        Add(_missing, other._missing);
        Add(_outOfRange, other._outOfRange);
        _leftOut += other._leftOut;
        _lossMakers += other._lossMakers;
    }

    internal CustomerProfitSummary ToSummary(CustomerProfitPlan plan, ReadOnlySpan<KeyValuePair<string, UserSet>> segments)
    {
        var rows = ImmutableArray.CreateBuilder<ProfitSegment>(segments.Length);
        for (int i = 0; i < segments.Length; i++)
        {
            rows.Add(new() { Name = segments[i].Key, LeftOut = _leftOutOfSegment[i], Statement = _segments[i].ToStatement(plan.Definition.Terms) });
        }

        return new()
        {
            Definition = plan.Definition,
            Context = plan.Context,
            LeftOut = _leftOut,
            LossMakers = _lossMakers,
            Total = _total.ToStatement(plan.Definition.Terms),
            Segments = rows.MoveToImmutable(),
            Gaps = [.. GapsOf(plan.GapPaths, _missing, ProfitGapReason.Missing).Concat(GapsOf(plan.GapPaths, _outOfRange, ProfitGapReason.OutOfRange))
                .OrderBy(gap => gap.Path, StringComparer.Ordinal).ThenBy(gap => gap.Reason)],
            UnknownEvents = plan.UnknownEvents,
        };
    }

    private static IEnumerable<ProfitGap> GapsOf(ImmutableArray<string> paths, long[] users, ProfitGapReason reason)
        => paths.Select((path, i) => new ProfitGap { Path = path, Reason = reason, Users = users[i] }).Where(gap => gap.Users > 0);

    private static void Add(long[] sums, long[] more)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += more[i];
        }
    }
}
