using System.Numerics.Tensors;

namespace UserOps.Models.Rfm;

/// <summary>What the purchases in the window come to, one array an axis, a place for each user of the list.</summary>
internal sealed class PurchaseFigures
{
    private readonly RfmQuestion _question;
    private readonly ValueList _list;

    private PurchaseFigures(RfmQuestion question)
    {
        _question = question;
        _list = question.Lists.Purchases;
    }

    internal required int[] Recency { get; init; }

    /// <summary>Gets the purchase days or purchases; 0 for users of the list without a purchase in the window.</summary>
    internal required int[] Frequency { get; init; }

    internal required int[] Length { get; init; }

    internal required long[] Money { get; init; }

    internal required PurchaseTally Tally { get; init; }

    /// <summary>Gets a value indicating whether every purchase of the list counts, and so every user of it is a member.</summary>
    internal required bool HasEverybody { get; init; }

    private bool CountsDays => _question.Definition.Frequency == RfmFrequency.PurchaseDays;

    private bool HasLength => _question.Definition.LengthScoring is not null;

    /// <exception cref="OverflowException">The money of a user is beyond 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static PurchaseFigures Of(RfmQuestion question, RunOptions? run, CancellationToken cancellationToken)
    {
        RfmEvents lists = question.Lists;
        bool isWhole = lists.Purchases.AddsUpPlainly && lists.Reversals is null && question.Window.HoldsAllOf(question.Data.Events);
        return isWhole ? OfTotals(question, run, cancellationToken) : OfEntries(question, run, cancellationToken);
    }

    // Nothing is cut and nothing taken back: what the users' purchases come to is kept with the list, and only the date of 'as of' is new.
    private static PurchaseFigures OfTotals(RfmQuestion question, RunOptions? run, CancellationToken cancellationToken)
    {
        run ??= new RunOptions();
        ValueList list = question.Lists.Purchases;
        ValueTotals totals = ValueTotals.Of(list, question.Data.Events, new Workers(run.Threads, cancellationToken));
        bool isNet = question is { Lists.Refunds: not null, Definition.RefundPolicy: RfmRefundPolicy.Net };
        var figures = new PurchaseFigures(question)
        {
            Recency = new int[list.Users.Length],
            Frequency = question.Definition.Frequency == RfmFrequency.PurchaseDays ? totals.Days : totals.Entries,
            Length = new int[question.Definition.LengthScoring is null ? 0 : list.Users.Length],
            Money = isNet ? [.. totals.Units] : totals.Units, // what is subtracted from must not be what is kept
            Tally = new() { Purchases = list.Rows.Length },
            HasEverybody = true,
        };
        TensorPrimitives.Subtract(question.Window.AsOfDay, totals.LastDays, figures.Recency);
        if (figures.HasLength)
        {
            TensorPrimitives.Subtract<int>(totals.LastDays, totals.FirstDays, figures.Length);
        }

        run.Progress?.Report(1);
        return figures;
    }

    private static PurchaseFigures OfEntries(RfmQuestion question, RunOptions? run, CancellationToken cancellationToken)
    {
        int users = question.Lists.Purchases.Users.Length;
        var figures = new PurchaseFigures(question)
        {
            Recency = new int[users],
            Frequency = new int[users],
            Length = new int[question.Definition.LengthScoring is null ? 0 : users],
            Money = new long[question.Definition.Amount is null ? 0 : users],
            Tally = new(),
            HasEverybody = false,
        };
        figures.Tally.Add(UserRange.Sum(
            question.Lists.Purchases.Offsets, run, () => new PurchaseTally(), figures.Measure, (all, part) => all.Add(part), cancellationToken));
        return figures;
    }

    private void Measure(UserRange places, PurchaseTally tally)
    {
        for (int place = places.From; place < places.To; place++)
        {
            Measure(place, tally);
        }
    }

    private void Measure(int place, PurchaseTally tally)
    {
        (int from, int to) = _question.Window.Cut(_question.Data.Events, _list.Offsets[place], _list.Offsets[place + 1], _list.Rows);
        (int first, int last, int days, int purchases, int known) = (0, -1, 0, 0, 0);
        Int128 money = 0;
        for (int entry = from; entry < to; entry++)
        {
            if (_list.TakenBack.Length > 0 && _list.TakenBack[entry] <= _question.Window.AsOfTicks)
            {
                tally.Reversed++;
                continue;
            }

            int day = _list.Days[entry];
            first = purchases == 0 ? day : first;
            days += day != last ? 1 : 0;
            last = day;
            purchases++;
            if (_list.Units.Length > 0 && _list.Units[entry] != ValueList.NoAmount)
            {
                money += _list.Units[entry];
                known++;
            }
        }

        tally.Purchases += purchases;
        tally.WithoutAmount += _list.Units.Length > 0 ? purchases - known : 0;
        Recency[place] = _question.Window.AsOfDay - last;
        Frequency[place] = CountsDays ? days : purchases;
        if (HasLength)
        {
            Length[place] = last - first;
        }

        if (Money.Length > 0)
        {
            Money[place] = known == 0 ? ValueList.NoAmount : MoneyOf(money, _list.Users[place]);
        }
    }

    /// <summary>Makes a total that 64 bits hold.</summary>
    internal long MoneyOf(Int128 units, int user) => units > ValueList.NoAmount && units <= long.MaxValue
        ? (long)units
        : throw new OverflowException($"The money of the user '{_question.Data.Directory[user]}' is {units} units, more than 64 bits hold; ask it by a column of a smaller scale.");
}
