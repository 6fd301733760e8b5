namespace UserOps.Models.Tags;

/// <summary>Numbers to labels; checked when built, immutable, shared freely between threads.</summary>
/// <remarks>
/// Comparison is exact: a decimal, an amount or a quantity meets the edge as written, whatever digits either has. A measured number meets
/// the double nearest to the edge. Missing and NaN have no label; they never fall into the lowest bin. An infinite number lies in an outer bin.
/// </remarks>
public sealed partial class BinningModel
{
    private readonly double[] _lowestNumbers;

    /// <summary>Checks a definition.</summary>
    /// <param name="definition">Edges and labels.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public BinningModel(BinningDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(BinningRules.Check(definition));
        Definition = definition;
        _lowestNumbers = BinKernels.LowestNumbers(definition.Edges.AsSpan(), definition.Closed);
    }

    /// <summary>Gets the edges and labels.</summary>
    public BinningDefinition Definition { get; }

    /// <summary>Gets the label of a number.</summary>
    /// <param name="value">Any number.</param>
    public string LabelOf(decimal value)
    {
        ReadOnlySpan<decimal> edges = Definition.Edges.AsSpan();
        int reached = BinKernels.Reached(edges, value);
        bool standsOnEdge = reached > 0 && edges[reached - 1] == value;
        return Definition.Labels[standsOnEdge && Definition.Closed == BinClosure.Right ? reached - 1 : reached];
    }

    /// <summary>Gets the label of a whole number.</summary>
    /// <param name="value">Any number.</param>
    public string LabelOf(long value) => LabelOf((decimal)value);

    /// <summary>Gets the label of a measured number; null for NaN.</summary>
    /// <param name="value">Any number, infinite ones included.</param>
    public string? LabelOf(double value) => BinKernels.BinOf(_lowestNumbers, value) is int bin and >= 0 ? Definition.Labels[bin] : null;

    /// <summary>Labels a column of measured numbers.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="field">The column of the user table.</param>
    /// <returns>A label per user of the directory; none where the number is missing, as it is for users known only from events.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the handle is null.</exception>
    /// <exception cref="InvalidDefinitionException">There is no such column.</exception>
    public BinnedColumn Evaluate(UserOpsDataset data, NumberField field)
    {
        ArgumentNullException.ThrowIfNull(data);
        NumberColumn column = data.Users.Columns.Get(field);
        var bins = new int[column.Count];
        ReadOnlySpan<double> values = column.Values;
        for (int ordinal = 0; ordinal < bins.Length; ordinal++)
        {
            bins[ordinal] = column.IsMissing(ordinal) ? -1 : BinKernels.BinOf(_lowestNumbers, values[ordinal]);
        }

        return new(field, data.Directory, Definition.Labels, bins);
    }

    /// <summary>Labels a column of exact quantities.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="field">The column of the user table.</param>
    /// <returns>A label per user of the directory; none where the quantity is missing.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the handle is null.</exception>
    /// <exception cref="InvalidDefinitionException">There is no such column.</exception>
    public BinnedColumn Evaluate(UserOpsDataset data, QuantityField field)
    {
        ArgumentNullException.ThrowIfNull(data);
        QuantityColumn column = data.Users.Columns.Get(field);
        return Evaluate(data, column, column.Units, column.Scale);
    }

    /// <summary>Labels a column of amounts; the edges are in the currency of the column.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="field">The column of the user table.</param>
    /// <returns>A label per user of the directory; none where the amount is missing.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the handle is null.</exception>
    /// <exception cref="InvalidDefinitionException">There is no such column, or it is in another currency.</exception>
    public BinnedColumn Evaluate(UserOpsDataset data, AmountField field)
    {
        ArgumentNullException.ThrowIfNull(data);
        AmountColumn column = data.Users.Columns.Get(field);
        return Evaluate(data, column, column.Units, column.Scale);
    }

    private BinnedColumn Evaluate(UserOpsDataset data, Column column, ReadOnlySpan<long> units, int scale)
    {
        ReadOnlySpan<long> lows = BinKernels.LowestUnits(Definition.Edges.AsSpan(), Definition.Closed, scale);
        var bins = new int[units.Length];
        for (int ordinal = 0; ordinal < bins.Length; ordinal++)
        {
            bins[ordinal] = column.IsMissing(ordinal) ? -1 : BinKernels.Reached(lows, units[ordinal]);
        }

        return new(column.Field, data.Directory, Definition.Labels, bins);
    }
}
