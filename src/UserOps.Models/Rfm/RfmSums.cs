namespace UserOps.Models.Rfm;

/// <summary>Adds up members by group and by segment, in whole units, so that no thread and no order shows.</summary>
internal sealed class RfmSums
{
    private readonly RfmQuestion _question;
    private readonly Sum[] _sides = new Sum[RfmSides.Count];
    private readonly Sum[] _segments;

    internal RfmSums(RfmFacts facts, RfmPlacing placing, RfmQuestion question)
    {
        _question = question;
        int unnamed = placing.Table?.Segments.Length ?? 0;
        _segments = new Sum[unnamed + 1];
        for (int member = 0; member < facts.Count; member++)
        {
            var one = Sum.Of(facts, member);
            _sides[placing.Sides[member]].Add(one);
            if (unnamed > 0)
            {
                int segment = placing.Segments[member];
                _segments[segment < 0 ? unnamed : segment].Add(one);
            }
        }
    }

    internal RfmTotals Nobody => Totals(default);

    /// <summary>Gets the totals of a code of <see cref="RfmSides"/>.</summary>
    internal RfmTotals OfSides(int code) => Totals(_sides[code]);

    /// <summary>Gets the totals of a segment, or behind the last one those of the members in none.</summary>
    internal RfmTotals OfSegment(int index) => Totals(_segments[index]);

    private RfmTotals Totals(Sum sum) => new()
    {
        Users = sum.Users,
        Recency = sum.Recency,
        Frequency = sum.Frequency,
        Length = _question.Definition.LengthScoring is null ? null : sum.Length,
        WithRevenue = sum.WithMoney,
        Revenue = _question.Definition.Amount is null || (sum.WithMoney == 0 && sum.Users > 0) ? null : DecimalUnits.ToDecimal(sum.Money, _question.MoneyScale),
        WithMonetary = sum.WithValue,
        Monetary = DecimalUnits.ToDecimal(sum.Value, _question.ValueScale),
    };

    private struct Sum
    {
        internal long Users;
        internal long Recency;
        internal long Frequency;
        internal long Length;
        internal long WithMoney;
        internal long WithValue;
        internal Int128 Money;
        internal Int128 Value;

        internal static Sum Of(RfmFacts facts, int member)
        {
            bool hasValue = facts.Value[member] != ValueList.NoAmount;
            bool hasMoney = facts.Money.Length > 0 && facts.Money[member] != ValueList.NoAmount;
            return new()
            {
                Users = 1,
                Recency = facts.Recency[member],
                Frequency = facts.Frequency[member],
                Length = facts.Length.Length > 0 ? facts.Length[member] : 0,
                WithMoney = hasMoney ? 1 : 0,
                WithValue = hasValue ? 1 : 0,
                Money = hasMoney ? facts.Money[member] : 0,
                Value = hasValue ? facts.Value[member] : 0,
            };
        }

        internal void Add(in Sum other)
        {
            Users += other.Users;
            Recency += other.Recency;
            Frequency += other.Frequency;
            Length += other.Length;
            WithMoney += other.WithMoney;
            WithValue += other.WithValue;
            Money += other.Money;
            Value += other.Value;
        }
    }
}
