namespace UserOps.Models.Rfm;

/// <summary>Goes through the refunds in the window: counts them, and subtracts them where the definition says so. Refunds are few: one thread.</summary>
internal sealed class RefundPass(RfmQuestion question, PurchaseFigures figures)
{
    private readonly ValueList _purchases = question.Lists.Purchases;

    internal long Refunds { get; private set; }

    internal long WithoutAmount { get; private set; }

    internal long UsersWithRefundsOnly { get; private set; }

    /// <exception cref="OverflowException">The money of a user is beyond 64 bits.</exception>
    internal void Run(CancellationToken cancellationToken)
    {
        if (question.Lists.Refunds is not { } refunds)
        {
            return;
        }

        for (int place = 0; place < refunds.Users.Length; place++)
        {
            if ((place & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            (long count, Int128 money) = Seen(refunds, place);
            if (count > 0)
            {
                Subtract(refunds.Users[place], money);
            }
        }
    }

    private (long Count, Int128 Money) Seen(ValueList refunds, int place)
    {
        (int from, int to) = question.Window.Cut(question.Data.Events, refunds.Offsets[place], refunds.Offsets[place + 1], refunds.Rows);
        (long count, Int128 money) = (0, 0);
        for (int entry = from; entry < to; entry++)
        {
            if (refunds.TakenBack.Length > 0 && refunds.TakenBack[entry] <= question.Window.AsOfTicks)
            {
                continue;
            }

            count++;
            if (refunds.Units.Length > 0)
            {
                bool isMissing = refunds.Units[entry] == ValueList.NoAmount;
                WithoutAmount += isMissing ? 1 : 0;
                money += isMissing ? 0 : Int128.Abs(refunds.Units[entry]);
            }
        }

        Refunds += count;
        return (count, money);
    }

    private void Subtract(int user, Int128 money)
    {
        int place = _purchases.IndexOf(user);
        if (place < 0 || figures.Frequency[place] == 0)
        {
            UsersWithRefundsOnly++;
        }
        else if (question.Definition.RefundPolicy == RfmRefundPolicy.Net && figures.Money.Length > 0 && figures.Money[place] != ValueList.NoAmount)
        {
            figures.Money[place] = figures.MoneyOf(figures.Money[place] - money, user);
        }
    }
}
