namespace UserOps.Models.Survival;

/// <summary>Covariates with mean 0 and deviation 1, so that offsets and units cost no digits; row by row, because likelihoods take whole rows.</summary>
/// <remarks>A covariate that does not vary, or only within the rounding of its values or within 1e-120, is all zeros with deviation 0.</remarks>
internal sealed class CenteredRows
{
    private const double RoundingOfValue = 1e-15;
    private const double LeastReach = 1e-120; // below, squares of coefficients and their variances are beyond what a double holds

    private CenteredRows(double[] values, double[] means, double[] deviations)
    {
        Values = values;
        Means = means;
        Deviations = deviations;
    }

    /// <summary>Gets the values, in the order asked for: shape [rows, covariates].</summary>
    internal double[] Values { get; }

    /// <summary>Gets what was subtracted from each covariate: shape [covariates].</summary>
    internal double[] Means { get; }

    /// <summary>Gets what each was then divided by: shape [covariates]; 0 where nothing varies.</summary>
    internal double[] Deviations { get; }

    /// <summary>Gets the covariates of a row.</summary>
    internal ReadOnlySpan<double> this[int row] => Values.AsSpan(row * Means.Length, Means.Length);

    /// <summary>Reads covariates of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="covariates">Indices of covariates.</param>
    /// <param name="order">Shape [rows]: the row at each place of the result.</param>
    internal static CenteredRows Of(SurvivalTable table, ReadOnlySpan<int> covariates, ReadOnlySpan<int> order)
    {
        int rows = table.Count;
        var values = new double[rows * covariates.Length];
        var column = new double[rows];
        var means = new double[covariates.Length];
        var deviations = new double[covariates.Length];
        for (int k = 0; k < covariates.Length; k++)
        {
            ReadOnlySpan<double> given = table.Covariate(covariates[k]);
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = given[order[i]];
            }

            (means[k], deviations[k]) = Center(column);
            for (int i = 0; i < column.Length; i++)
            {
                values[i * covariates.Length + k] = column[i];
            }
        }

        return new(values, means, deviations);
    }

    /// <summary>Moves a column to mean 0 and scales it to deviation 1, both over rows.</summary>
    /// <param name="column">IN: finite, at least one. OUT: zeros where nothing varies.</param>
    /// <returns>The mean and the deviation; the latter 0 where nothing varies.</returns>
    internal static (double Mean, double Deviation) Center(Span<double> column)
    {
        (double low, double high) = EndsOf(column);
        double middle = low / 2 + high / 2; // a sum of two finite numbers may not be one
        double reach = high / 2 - low / 2;
        if (reach <= Math.Max(LeastReach, RoundingOfValue * Math.Abs(middle)))
        {
            column.Clear();
            return (middle, 0);
        }

        double sum = 0;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = (column[i] - middle) / reach;
            sum += column[i];
        }

        double mean = sum / column.Length;
        double squares = 0;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] -= mean;
            squares += column[i] * column[i];
        }

        double deviation = Math.Sqrt(squares / column.Length);
        for (int i = 0; i < column.Length; i++)
        {
            column[i] /= deviation;
        }

        return (middle + mean * reach, deviation * reach);
    }

    private static (double Low, double High) EndsOf(ReadOnlySpan<double> column)
    {
        double low = column[0];
        double high = column[0];
        foreach (double value in column)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return (low, high);
    }
}
