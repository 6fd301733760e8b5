using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Tags;

public sealed partial class BinningModel
{
    private const decimal One = 1.0000000000000000000000000000m; // a quotient by it has no zeros at its end

    /// <summary>Cuts edges from exact numbers.</summary>
    /// <param name="definition">Labels and shares.</param>
    /// <param name="values">Shape [values]; in any order, at least one.</param>
    /// <returns>A model whose <see cref="Definition"/> holds the edges; one between two values is the exact mean by weight, cut to 28 digits.</returns>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">
    /// The definition cannot be; there is no value (<c>noValues</c>); edges coincide and that is refused (<c>tiedEdges</c>).
    /// </exception>
    public static BinningModel Fit(QuantileBinningDefinition definition, ReadOnlySpan<decimal> values)
    {
        Check(definition, values.Length);
        decimal[] sorted = values.ToArray();
        Array.Sort(sorted);
        return Cut(definition, probability => EdgeOf(sorted, probability, definition.Quantile));
    }

    /// <summary>Cuts edges from measured numbers.</summary>
    /// <param name="definition">Labels and shares.</param>
    /// <param name="values">Shape [values]; in any order; NaN is passed over, and at least one other is needed.</param>
    /// <returns>A model whose <see cref="Definition"/> holds the edges, with up to 17 digits and 28 after the point.</returns>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">As for exact numbers; or an edge is infinite or beyond what a decimal holds (<c>outOfRange</c>).</exception>
    public static BinningModel Fit(QuantileBinningDefinition definition, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(definition);
        double[] sorted = [.. values.ToArray().Where(value => !double.IsNaN(value))];
        Check(definition, sorted.Length);
        Array.Sort(sorted);
        return Cut(definition, probability => EdgeOf(Quantiles.OfSorted(sorted, probability, definition.Quantile)));
    }

    /// <summary>Cuts edges from a column of measured numbers.</summary>
    /// <param name="definition">Labels and shares.</param>
    /// <param name="data">The dataset.</param>
    /// <param name="field">The column of the user table; missing values are passed over.</param>
    /// <param name="users">Whose values; null for everyone's.</param>
    /// <returns>A model whose <see cref="Definition"/> holds the edges.</returns>
    /// <exception cref="ArgumentNullException">The definition, the dataset or the handle is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be, for these data or any; or there is no such column.</exception>
    /// <exception cref="ArgumentException">The users belong to another dataset.</exception>
    public static BinningModel Fit(QuantileBinningDefinition definition, UserOpsDataset data, NumberField field, UserSet? users = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        NumberColumn column = data.Users.Columns.Get(field);
        return Fit(definition, ValuesOf(data, column, users, ordinal => column.Values[ordinal]));
    }

    /// <summary>Cuts edges from a column of exact quantities.</summary>
    /// <param name="definition">Labels and shares.</param>
    /// <param name="data">The dataset.</param>
    /// <param name="field">The column of the user table; missing values are passed over.</param>
    /// <param name="users">Whose values; null for everyone's.</param>
    /// <returns>A model whose <see cref="Definition"/> holds the edges.</returns>
    /// <exception cref="ArgumentNullException">The definition, the dataset or the handle is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be, for these data or any; or there is no such column.</exception>
    /// <exception cref="ArgumentException">The users belong to another dataset.</exception>
    public static BinningModel Fit(QuantileBinningDefinition definition, UserOpsDataset data, QuantityField field, UserSet? users = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        QuantityColumn column = data.Users.Columns.Get(field);
        return Fit(definition, ValuesOf(data, column, users, ordinal => DecimalUnits.ToDecimal(column.Units[ordinal], column.Scale)));
    }

    /// <summary>Cuts edges from a column of amounts.</summary>
    /// <param name="definition">Labels and shares.</param>
    /// <param name="data">The dataset.</param>
    /// <param name="field">The column of the user table; missing values are passed over.</param>
    /// <param name="users">Whose values; null for everyone's.</param>
    /// <returns>A model whose <see cref="Definition"/> holds the edges, in the currency of the column.</returns>
    /// <exception cref="ArgumentNullException">The definition, the dataset or the handle is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be, for these data or any; or there is no such column.</exception>
    /// <exception cref="ArgumentException">The users belong to another dataset.</exception>
    public static BinningModel Fit(QuantileBinningDefinition definition, UserOpsDataset data, AmountField field, UserSet? users = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        AmountColumn column = data.Users.Columns.Get(field);
        return Fit(definition, ValuesOf(data, column, users, ordinal => DecimalUnits.ToDecimal(column.Units[ordinal], column.Scale)));
    }

    private static void Check(QuantileBinningDefinition definition, int values)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(BinningRules.Check(definition));
        if (values == 0)
        {
            throw new InvalidDefinitionException([new("noValues", "", "There is no value to cut edges from.")]);
        }
    }

    private static T[] ValuesOf<T>(UserOpsDataset data, Column column, UserSet? users, Func<int, T> valueAt)
    {
        UserSet everyone = UserSet.Everyone(data.Directory);
        return [.. (users is null ? everyone : everyone.Intersect(users)).Where(ordinal => ordinal < column.Count && !column.IsMissing(ordinal)).Select(valueAt)];
    }

    private static BinningModel Cut(QuantileBinningDefinition definition, Func<double, decimal> edgeAt)
    {
        int bins = definition.Labels.Length;
        var edges = new List<decimal>(bins - 1);
        var labels = new List<string>(bins) { definition.Labels[0] };
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        for (int bin = 1; bin < bins; bin++)
        {
            decimal edge = edgeAt(definition.Probabilities.IsEmpty ? (double)bin / bins : (double)definition.Probabilities[bin - 1]) / One;
            if (edges.Count == 0 || edge > edges[^1])
            {
                edges.Add(edge);
                labels.Add(definition.Labels[bin]);
                continue;
            }

            // Nothing lies between two equal edges: the label of that bin gives way to that of the bin above it.
            issues.Add(new("tiedEdges", $"/labels/{bin - 1}", FormattableString.Invariant(
                $"The edges of '{labels[^1]}' are both {edge}, which too many values share; nobody can have this label.")));
            labels[^1] = definition.Labels[bin];
        }

        if (definition.Ties == TiedEdges.Refuse)
        {
            InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        }

        return new(new BinningDefinition { Edges = [.. edges], Labels = [.. labels], Closed = definition.Closed });
    }

    private static decimal EdgeOf(decimal[] sorted, double probability, QuantileDefinition definition)
    {
        QuantilePosition position = QuantilePosition.Of(sorted.Length, probability, definition);
        decimal low = sorted[position.Index];
        return position.Weight == 0 ? low : low * (1 - (decimal)position.Weight) + sorted[position.Index + 1] * (decimal)position.Weight;
    }

    private static decimal EdgeOf(double quantile)
        => decimal.TryParse(quantile.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal edge)
            ? edge
            : throw new InvalidDefinitionException([new("outOfRange", "", FormattableString.Invariant($"An edge falls on {quantile}, which a decimal cannot hold."))]);
}
