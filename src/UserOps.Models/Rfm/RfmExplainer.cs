using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>Explains one user of an answer.</summary>
internal sealed class RfmExplainer(RfmEvaluation evaluation)
{
    private readonly RfmQuestion _question = evaluation.Question;
    private readonly RfmPlacing _placing = evaluation.Placing;

    internal RfmExplanation Explain(UserId id, int user)
    {
        int member = Array.BinarySearch(evaluation.Facts.Users, user);
        RfmUser? found = member < 0 ? null : evaluation.UserAt(member);
        int segment = member < 0 || _placing.Table is null ? -1 : _placing.Segments[member];
        return new()
        {
            User = id,
            Member = found,
            Events = [.. EventsOf(user).OrderBy(one => one.Row).Select(one => one.Event)],
            Axes = found is null ? [] : AxesOf(found),
            Segment = segment < 0 ? null : _placing.Table!.Segments[segment],
            SegmentIndex = segment < 0 ? null : segment,
        };
    }

    private IEnumerable<(int Row, RfmEvent Event)> EventsOf(int user)
    {
        IEnumerable<(int, RfmEvent)> found = EventsOf(_question.Lists.Purchases, user, RfmEventRole.Purchase);
        if (_question.Engagement is { } engagement)
        {
            found = found.Concat(EventsOf(engagement, user));
        }

        if (_question.Lists.Refunds is { } refunds)
        {
            found = found.Concat(EventsOf(refunds, user, RfmEventRole.Refund));
        }

        return _question.Lists.Reversals is { } reversals ? found.Concat(EventsOf(reversals, user)) : found;
    }

    private IEnumerable<(int Row, RfmEvent Event)> EventsOf(ValueList list, int user, RfmEventRole role)
    {
        int place = list.IndexOf(user);
        for (int entry = place < 0 ? 0 : list.Offsets[place]; place >= 0 && entry < list.Offsets[place + 1]; entry++)
        {
            int row = list.Rows[entry];
            long ticks = _question.Data.Events.UtcTicks[row];
            if (ticks <= _question.Window.AsOfTicks)
            {
                decimal? amount = list.Units.Length == 0 || list.Units[entry] == ValueList.NoAmount
                    ? null
                    : DecimalUnits.ToDecimal(list.Units[entry], _question.MoneyScale);
                RfmEventEffect effect = EffectOf(list, entry, ticks);
                yield return (row, EventAt(row, ticks, role, amount, role == RfmEventRole.Refund && effect == RfmEventEffect.Counted ? EffectOfRefund(user) : effect));
            }
        }
    }

    private IEnumerable<(int Row, RfmEvent Event)> EventsOf(MatchedEvents engagement, int user)
    {
        EventTable events = _question.Data.Events;
        for (int row = events.Offsets[user]; row < events.SeenEnd(events.Offsets[user], events.Offsets[user + 1], _question.Window.AsOfTicks); row++)
        {
            if (engagement.Contains(row))
            {
                long ticks = events.UtcTicks[row];
                yield return (row, EventAt(row, ticks, RfmEventRole.Engagement, null, _question.Window.Contains(ticks) ? RfmEventEffect.Counted : RfmEventEffect.BeforeWindow));
            }
        }
    }

    private IEnumerable<(int Row, RfmEvent Event)> EventsOf(ReversalList reversals, int user)
    {
        EventTable events = _question.Data.Events;
        int first = Array.BinarySearch(reversals.Rows, events.Offsets[user]);
        for (int i = first < 0 ? ~first : first; i < reversals.Rows.Length && reversals.Rows[i] < events.Offsets[user + 1]; i++)
        {
            long ticks = events.UtcTicks[reversals.Rows[i]];
            if (ticks <= _question.Window.AsOfTicks)
            {
                RfmEventEffect effect = reversals.TakesBack[i] ? RfmEventEffect.TakesBack : RfmEventEffect.TakesNothing;
                yield return (reversals.Rows[i], EventAt(reversals.Rows[i], ticks, RfmEventRole.Reversal, null, effect));
            }
        }
    }

    private RfmEvent EventAt(int row, long ticks, RfmEventRole role, decimal? amount, RfmEventEffect effect)
        => new() { At = _question.Calendar.InstantOf(ticks), Name = _question.Data.Events.NameAt(row), Role = role, Amount = amount, Effect = effect };

    private RfmEventEffect EffectOf(ValueList list, int entry, long ticks)
    {
        bool isIgnored = list == _question.Lists.Refunds && _question.Definition.RefundPolicy == RfmRefundPolicy.Ignore;
        return list.TakenBack.Length > 0 && list.TakenBack[entry] <= _question.Window.AsOfTicks ? RfmEventEffect.TakenBack
            : ticks < _question.Window.FromTicks ? RfmEventEffect.BeforeWindow
            : isIgnored ? RfmEventEffect.Ignored
            : list.Units.Length > 0 && list.Units[entry] == ValueList.NoAmount ? RfmEventEffect.WithoutAmount
            : RfmEventEffect.Counted;
    }

    private RfmEventEffect EffectOfRefund(int user)
    {
        RfmFacts facts = evaluation.Facts;
        int member = Array.BinarySearch(facts.Users, user);
        bool hasMoney = member >= 0 && facts.Money.Length > 0 && facts.Money[member] != ValueList.NoAmount;
        return hasMoney ? RfmEventEffect.Counted : RfmEventEffect.SubtractsNothing;
    }

    private ImmutableArray<RfmAxisExplanation> AxesOf(RfmUser member)
    {
        RfmAxisExplanation[] axes =
        [
            AxisOf(RfmAxis.Recency, member.Recency, member.RecencyScore, _placing.Split?.Recency),
            AxisOf(RfmAxis.Frequency, member.Frequency, member.FrequencyScore, _placing.Split?.Frequency),
            AxisOf(RfmAxis.Monetary, member.Monetary, member.MonetaryScore, _placing.Split?.Monetary),
        ];
        return member.Length is { } length ? [.. axes, AxisOf(RfmAxis.Length, length, member.LengthScore, null)] : [.. axes];
    }

    private RfmAxisExplanation AxisOf(RfmAxis axis, decimal? value, int? score, decimal? splitCut)
    {
        var explained = new RfmAxisExplanation { Axis = axis, Value = value, Score = score, SplitCut = splitCut };
        if (value is not { } known)
        {
            return explained;
        }

        if (splitCut is { } cut)
        {
            explained = explained with { IsHigh = _placing.IsHigh(axis, known), ToSplit = Math.Abs(known - cut) };
        }

        return _placing.BoundariesOf(axis) is { } boundaries ? Near(explained, known, boundaries) : explained;
    }

    private static RfmAxisExplanation Near(RfmAxisExplanation axis, decimal value, RfmBoundaries boundaries)
    {
        int passed = boundaries.Cuts.Count(cut => boundaries.PassedWhenEqual ? value >= cut : value > cut);
        decimal? below = passed > 0 ? boundaries.Cuts[passed - 1] : null;
        decimal? above = passed < boundaries.Cuts.Length ? boundaries.Cuts[passed] : null;
        (decimal? better, decimal? worse) = boundaries.LowerIsBetter ? (below, above) : (above, below);
        return axis with
        {
            NextBetterCut = better,
            ToNextBetter = better is { } up ? Math.Abs(up - value) : null,
            NextWorseCut = worse,
            ToNextWorse = worse is { } down ? Math.Abs(down - value) : null,
        };
    }
}
