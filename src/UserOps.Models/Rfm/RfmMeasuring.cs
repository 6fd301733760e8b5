using System.Numerics.Tensors;

namespace UserOps.Models.Rfm;

/// <summary>Measures the users of a question: recency, frequency, money, and whatever the third axis is.</summary>
internal static class RfmMeasuring
{
    /// <exception cref="OverflowException">The money of a user is beyond 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static RfmFacts Measure(RfmQuestion question, RunOptions? run, CancellationToken cancellationToken)
    {
        PurchaseFigures figures = PurchaseFigures.Of(question, run, cancellationToken);
        var refunds = new RefundPass(question, figures);
        refunds.Run(cancellationToken);
        int[]? kept = figures.HasEverybody ? null : KeptPlaces(figures.Frequency);
        int[] users = Kept(question.Lists.Purchases.Users, kept);
        long[] money = Kept(figures.Money, kept);
        long[] value = ValueOf(question, users, money);
        int missing = TensorPrimitives.IndexOfMin<long>(value) is >= 0 and var least && value[least] == ValueList.NoAmount ? value.Count(one => one == ValueList.NoAmount) : 0;
        (long reversals, long idle) = Reversals(question);
        return new()
        {
            Users = users,
            Recency = Kept(figures.Recency, kept),
            Frequency = Kept(figures.Frequency, kept),
            Length = Kept(figures.Length, kept),
            Money = money,
            Value = value,
            WithoutValue = missing,
            Report = new()
            {
                Purchases = figures.Tally.Purchases,
                PurchasesWithoutAmount = figures.Tally.WithoutAmount,
                ReversedPurchases = figures.Tally.Reversed,
                Refunds = refunds.Refunds,
                RefundsWithoutAmount = refunds.WithoutAmount,
                Reversals = reversals,
                ReversalsWithoutPurchase = idle,
                UsersWithRefundsOnly = refunds.UsersWithRefundsOnly,
                MembersWithoutValue = missing,
                MembersWithoutPositiveValue = CountNotPositive(value) - missing,
                EventsAfterAsOf = question.Data.Events.CountAfter(question.Window.AsOfTicks),
                UnknownEvents = question.Columns.UnknownEvents,
            },
        };
    }

    // Who has no purchase in the window is outside, never a member with a frequency of 0.
    private static int[] KeptPlaces(int[] frequency) => [.. Enumerable.Range(0, frequency.Length).Where(place => frequency[place] > 0)];

    private static T[] Kept<T>(T[] values, int[]? places)
        => places is null || values.Length == 0 ? values : Array.ConvertAll(places, place => values[place]);

    private static long[] ValueOf(RfmQuestion question, int[] users, long[] money)
    {
        if (question.Columns.Assets is { } assets)
        {
            return Array.ConvertAll(users, user => assets.IsMissing(user) ? ValueList.NoAmount : assets.Units[user]);
        }

        return question.Engagement is { } engagement ? Array.ConvertAll(users, user => EventsOf(question, engagement, user)) : money;
    }

    private static long EventsOf(RfmQuestion question, MatchedEvents engagement, int user)
    {
        ReadOnlySpan<int> offsets = question.Data.Events.Offsets;
        (int from, int to) = question.Window.Cut(question.Data.Events, offsets[user], offsets[user + 1]);
        return engagement.PlaceOf(to) - engagement.PlaceOf(from);
    }

    private static (long All, long Idle) Reversals(RfmQuestion question)
    {
        (long all, long idle) = (0, 0);
        if (question.Lists.Reversals is { } reversals)
        {
            for (int i = 0; i < reversals.Rows.Length; i++)
            {
                if (question.Window.Contains(question.Data.Events.UtcTicks[reversals.Rows[i]]))
                {
                    all++;
                    idle += reversals.TakesBack[i] ? 0 : 1;
                }
            }
        }

        return (all, idle);
    }

    private static int CountNotPositive(ReadOnlySpan<long> values)
    {
        int count = 0;
        foreach (long value in values)
        {
            count += value <= 0 ? 1 : 0;
        }

        return count;
    }
}
