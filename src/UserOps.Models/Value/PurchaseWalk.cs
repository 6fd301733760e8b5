namespace UserOps.Models.Value;

/// <summary>Reads the purchases of users one by one out of a stretch of the log. For one thread.</summary>
/// <remarks>Nothing depends on the order of events within a period, so none on that of events at one instant.</remarks>
internal sealed class PurchaseWalk
{
    private readonly PurchasePlan _plan;
    private readonly PurchaseWindow _window;
    private readonly PurchaseTally _tally;
    private readonly double _periodsPerUnit;
    private readonly List<PurchasePeriod>? _closed;
    private LocalDayCursor _days;
    private PurchaseRow _row;
    private PurchasePeriod _current;
    private PurchasePeriod _waiting; // refunds of a period that has no purchase so far

    /// <param name="plan">Which events count.</param>
    /// <param name="window">The stretch that is read.</param>
    /// <param name="tally">Takes the counts.</param>
    /// <param name="closed">Takes the periods with a purchase, in order; null where only their sums matter.</param>
    internal PurchaseWalk(PurchasePlan plan, PurchaseWindow window, PurchaseTally tally, List<PurchasePeriod>? closed = null)
    {
        _closed = closed;
        _plan = plan;
        _window = window;
        _tally = tally;
        _periodsPerUnit = plan.Definition.Unit.Count;
        _days = new(plan.Calendar);
    }

    /// <summary>Reads all users of a log.</summary>
    /// <returns>One row for everybody with a purchase, in the order of the ordinals.</returns>
    internal static (PurchaseRow[] Rows, PurchaseTally Tally) Read(PurchasePlan plan, PurchaseWindow window, RunOptions? run, CancellationToken cancellationToken)
    {
        (PurchaseRow[] Rows, PurchaseTally Tally)[] parts = UserRange.Each(plan.Data.Events.Offsets, run, users => Read(plan, window, users), cancellationToken);
        var tally = new PurchaseTally();
        var rows = new PurchaseRow[parts.Sum(part => part.Rows.Length)];
        int place = 0;
        foreach ((PurchaseRow[] partRows, PurchaseTally partTally) in parts)
        {
            partRows.CopyTo(rows, place);
            place += partRows.Length;
            tally.Add(partTally);
        }

        return (rows, tally);
    }

    private static (PurchaseRow[] Rows, PurchaseTally Tally) Read(PurchasePlan plan, PurchaseWindow window, UserRange users)
    {
        var tally = new PurchaseTally();
        var walk = new PurchaseWalk(plan, window, tally);
        var rows = new List<PurchaseRow>(users.To - users.From);
        for (int user = users.From; user < users.To; user++)
        {
            if (walk.TryRead(user, out PurchaseRow row))
            {
                rows.Add(row);
            }
        }

        return ([.. rows], tally);
    }

    /// <summary>Reads a user.</summary>
    /// <returns>Whether there is a purchase.</returns>
    internal bool TryRead(int ordinal, out PurchaseRow row)
    {
        EventTable events = _plan.Data.Events;
        int seen = events.SeenEnd(events.Offsets[ordinal], events.Offsets[ordinal + 1], _plan.Context.AsOf.UtcTicks);
        int to = events.SeenEnd(events.Offsets[ordinal], seen, _window.ToTicks);
        int from = _window.FromTicks == long.MinValue ? events.Offsets[ordinal] : events.SeenEnd(events.Offsets[ordinal], to, _window.FromTicks - 1);
        _row = new() { Ordinal = ordinal };
        _current = default;
        _waiting = default;
        ReadOnlySpan<long> utcTicks = events.UtcTicks;
        for (int i = from; i < to; i++)
        {
            if (_plan.IsPurchase(i))
            {
                AddPurchase(i, _plan.Periods.NumberOf(_days.DayNumberOf(utcTicks[i])));
            }
            else if (_plan.HasRefunds && _plan.IsRefund(i))
            {
                AddRefund(i, _plan.Periods.NumberOf(_days.DayNumberOf(utcTicks[i])));
            }
        }

        SettleWaiting();
        Close();
        CountAfter(to, seen);
        _tally.Purchases += _row.Purchases;
        row = _row;
        return row.Purchases > 0;
    }

    private void AddPurchase(int index, int period)
    {
        _tally.Events++;
        if (_row.Purchases == 0 || period != _current.Number)
        {
            Open(period);
        }

        _current.Events++;
        if (_plan.Amounts is not { } amounts)
        {
            return;
        }

        if (amounts.IsMissing(index))
        {
            _tally.WithoutAmount++;
            _current.EventsWithoutAmount++;
            return;
        }

        _current.Paid += amounts.Units[index];
    }

    private void AddRefund(int index, int period)
    {
        _tally.Refunds++;
        if (_plan.Amounts!.IsMissing(index))
        {
            _tally.RefundsWithoutAmount++;
            return;
        }

        var refund = new PurchasePeriod { Number = period, Refunded = Int128.Abs(_plan.Amounts.Units[index]), Refunds = 1 };
        if (_row.Purchases > 0 && period == _current.Number)
        {
            _current.Join(refund);
            return;
        }

        if (_waiting.Number != period)
        {
            SettleWaiting();
            _waiting.Number = period;
        }

        _waiting.Join(refund);
    }

    private void Open(int period)
    {
        // Refunds of earlier periods belong to the purchase before, those of this very period to this one.
        if (_waiting.Number != period)
        {
            SettleWaiting();
        }

        Close();
        if (_row.Purchases == 0)
        {
            _row.First = period;
        }
        else
        {
            _row.LogGaps += Math.Log((period - _row.Last) / _periodsPerUnit);
        }

        _row.Last = period;
        _row.Purchases++;
        _current = new() { Number = period };
        _current.Join(_waiting);
        _waiting = default;
    }

    private void SettleWaiting()
    {
        if (_row.Purchases > 0)
        {
            _current.Join(_waiting);
        }
        else
        {
            _tally.RefundsWithoutPurchase += _waiting.Refunds;
        }

        _waiting = default;
    }

    private void Close()
    {
        if (_current.Events == 0)
        {
            return;
        }

        _closed?.Add(_current);
        if (_plan.Amounts is null)
        {
            return;
        }

        if (!_current.IsPaidKnown)
        {
            // What is left of an unknown spend is unknown too.
            _tally.WithoutSpend++;
            _tally.RefundsWithoutPurchase += _current.Refunds;
            return;
        }

        Int128 spend = _current.Paid - _current.Refunded;
        if (_row.Purchases == 1)
        {
            (_row.IsFirstSpendKnown, _row.FirstSpend) = (true, spend);
        }
        else
        {
            _row.RepeatsWithSpend++;
            _row.RepeatSpend += spend;
        }
    }

    private void CountAfter(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            _tally.AfterEnd += _plan.IsPurchase(i) ? 1 : 0;
        }
    }
}
