namespace UserOps.Models.Value;

/// <summary>The rows of a history with equal ones joined, in an order of their own: a fit over them costs less, and does not depend on the order of the rows.</summary>
internal sealed class PurchaseGroups
{
    private PurchaseGroups(ReadOnlySpan<Row> rows)
    {
        RepeatPurchases = new int[rows.Length];
        AgesAtLastPurchase = new double[rows.Length];
        Ages = new double[rows.Length];
        Weights = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly Row row = ref rows[i];
            (RepeatPurchases[i], AgesAtLastPurchase[i], Ages[i], Weights[i]) = (row.RepeatPurchases, row.AgeAtLastPurchase, row.Age, row.Weight);
            Customers += row.Weight;
            LongestAge = Math.Max(LongestAge, row.Age);
            HasPurchasesAtOnce |= row is { RepeatPurchases: > 0, AgeAtLastPurchase: 0 };
        }
    }

    /// <summary>Gets x; shape [groups].</summary>
    internal int[] RepeatPurchases { get; }

    /// <summary>Gets t_x; shape [groups].</summary>
    internal double[] AgesAtLastPurchase { get; }

    /// <summary>Gets T; shape [groups].</summary>
    internal double[] Ages { get; }

    /// <summary>Gets for how many customers each group stands; shape [groups], each above 0.</summary>
    internal double[] Weights { get; }

    internal double Customers { get; }

    internal double LongestAge { get; }

    /// <summary>
    /// Gets a value indicating whether somebody bought again in no time. Where customers may leave, the density of that is alpha^-x, whatever was seen after it:
    /// it has no bound as alpha goes to 0, and r can follow so slowly to 0 that the others lose less. Who never leaves has a probability, not a density.
    /// </summary>
    internal bool HasPurchasesAtOnce { get; }

    /// <summary>Gets what is known of each customer of a group.</summary>
    internal PurchaseRecord this[int group] => new(RepeatPurchases[group], AgesAtLastPurchase[group], Ages[group]);

    /// <summary>Joins equal rows; those that stand for nobody are left out.</summary>
    /// <param name="history">The rows.</param>
    /// <exception cref="ArgumentException">No row stands for anybody.</exception>
    internal static PurchaseGroups Of(PurchaseHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var joined = new EqualRows(history.Count);
        int[]? order = WeightOrder.Of(history.Weights);
        for (int i = 0; i < history.Count; i++)
        {
            int row = order?[i] ?? i;
            double weight = history.HasWeights ? history.Weights[row] : 1;
            if (weight > 0)
            {
                joined.Add(new(history.RepeatPurchases[row], history.AgesAtLastPurchase[row], history.Ages[row], weight));
            }
        }

        ReadOnlySpan<Row> rows = joined.Sorted();
        return rows.IsEmpty ? throw new ArgumentException("There is no customer to learn from.", nameof(history)) : new(rows);
    }

    /// <summary>A row, or several equal ones together.</summary>
    private readonly record struct Row(int RepeatPurchases, double AgeAtLastPurchase, double Age, double Weight) : IComparable<Row>
    {
        public int CompareTo(Row other)
        {
            int order = RepeatPurchases.CompareTo(other.RepeatPurchases);
            order = order != 0 ? order : AgeAtLastPurchase.CompareTo(other.AgeAtLastPurchase);
            return order != 0 ? order : Age.CompareTo(other.Age);
        }

        internal bool IsSame(in Row other)
            => RepeatPurchases == other.RepeatPurchases && AgeAtLastPurchase == other.AgeAtLastPurchase && Age == other.Age;

        // Times are often whole numbers of days, whose bits differ at the top only: each is spread before they are joined. A zero has one hash, whatever its sign.
        internal uint Hash()
        {
            ulong hash = (ulong)(uint)RepeatPurchases * 0x9e3779b97f4a7c15;
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(AgeAtLastPurchase + 0.0)) * 0xbf58476d1ce4e5b9;
            hash = ((hash ^ hash >> 32) + BitConverter.DoubleToUInt64Bits(Age + 0.0)) * 0x94d049bb133111eb;
            return (uint)(hash >> 32);
        }
    }

    /// <summary>A hash table of rows, in which equal ones meet; open addresses, because a million rows go through it.</summary>
    private sealed class EqualRows(int expected)
    {
        private Row[] _rows = new Row[Math.Clamp(expected, 16, 1 << 12)];
        private int[] _slots = new int[1 << 13]; // 1 + the row; 0 is free. At least twice as many as rows.
        private int _count;

        internal void Add(in Row row)
        {
            int slot = SlotOf(row);
            if (_slots[slot] > 0)
            {
                ref Row known = ref _rows[_slots[slot] - 1];
                known = known with { Weight = known.Weight + row.Weight };
                return;
            }

            if (_count == _rows.Length)
            {
                Grow();
                slot = SlotOf(row);
            }

            _rows[_count++] = row;
            _slots[slot] = _count;
        }

        internal ReadOnlySpan<Row> Sorted()
        {
            Span<Row> rows = _rows.AsSpan(0, _count);
            rows.Sort();
            return rows;
        }

        private int SlotOf(in Row row)
        {
            int mask = _slots.Length - 1;
            int slot = (int)row.Hash() & mask;
            while (_slots[slot] > 0 && !_rows[_slots[slot] - 1].IsSame(row))
            {
                slot = (slot + 1) & mask;
            }

            return slot;
        }

        private void Grow()
        {
            Array.Resize(ref _rows, checked(_rows.Length * 2));
            _slots = new int[checked(_slots.Length * 2)];
            for (int row = 0; row < _count; row++)
            {
                _slots[SlotOf(_rows[row])] = row + 1;
            }
        }
    }
}
