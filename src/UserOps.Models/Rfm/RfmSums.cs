namespace UserOps.Models.Rfm;

/// <summary>Adds up members by group and by segment, in whole units, so that no thread and no order shows.</summary>
internal sealed class RfmSums
{
    private const int MembersPerPart = 1 << 14;

    private readonly RfmQuestion _question;
    private readonly Sum[] _sums; // of the codes of RfmSides, then of the segments, then of those in none
    private readonly int _segmentCount;

    internal RfmSums(RfmFacts facts, RfmPlacing placing, RfmQuestion question, Workers workers)
    {
        _question = question;
        _segmentCount = placing.Table?.Segments.Length ?? 0;
        _sums = workers.Sum(
            (facts.Count + MembersPerPart - 1) / MembersPerPart,
            () => new Sum[RfmSides.Count + _segmentCount + 1],
            (part, sums) => Add(facts, placing, part * MembersPerPart, Math.Min(facts.Count, (part + 1) * MembersPerPart), sums),
            Join);
    }

    internal RfmTotals Nobody => Totals(default);

    /// <summary>Gets the totals of a code of <see cref="RfmSides"/>.</summary>
    internal RfmTotals OfSides(int code) => Totals(_sums[code]);

    /// <summary>Gets the totals of a segment, or behind the last one those of the members in none.</summary>
    internal RfmTotals OfSegment(int index) => Totals(_sums[RfmSides.Count + index]);

    private void Add(RfmFacts facts, RfmPlacing placing, int from, int to, Sum[] sums)
    {
        for (int member = from; member < to; member++)
        {
            sums[placing.Sides[member]].Add(facts, member);
            if (_segmentCount > 0)
            {
                int segment = placing.Segments[member];
                sums[RfmSides.Count + (segment < 0 ? _segmentCount : segment)].Add(facts, member);
            }
        }
    }

    private static void Join(Sum[] all, Sum[] more)
    {
        for (int i = 0; i < all.Length; i++)
        {
            all[i].Add(more[i]);
        }
    }

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

        internal void Add(RfmFacts facts, int member)
        {
            Users++;
            Recency += facts.Recency[member];
            Frequency += facts.Frequency[member];
            Length += facts.Length.Length > 0 ? facts.Length[member] : 0;
            if (facts.Money.Length > 0 && facts.Money[member] != ValueList.NoAmount)
            {
                WithMoney++;
                Money += facts.Money[member];
            }

            if (facts.Value[member] != ValueList.NoAmount)
            {
                WithValue++;
                Value += facts.Value[member];
            }
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
