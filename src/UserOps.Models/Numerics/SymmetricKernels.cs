using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Small symmetric systems by Cholesky, in place; matrices are row by row, and factors lie in the lower half.</summary>
internal static class SymmetricKernels
{
    /// <summary>Factors a matrix whose diagonal is about 1 into L L'.</summary>
    /// <param name="matrix">IN: shape [n, n]. OUT: L in the lower half.</param>
    /// <param name="size">n.</param>
    /// <param name="smallestPivot">No pivot is below this; the factor is undefined otherwise.</param>
    /// <returns>The smallest pivot met; NaN if one is not a number. Not below <paramref name="smallestPivot"/> on success.</returns>
    internal static double Factor(Span<double> matrix, int size, double smallestPivot)
    {
        Debug.Assert(matrix.Length == size * size, "n rows of n");
        double smallest = double.PositiveInfinity;
        for (int j = 0; j < size; j++)
        {
            Span<double> row = matrix.Slice(j * size, j + 1);
            double pivot = row[j] - SquareOf(row[..j]);
            smallest = double.IsNaN(pivot) ? pivot : Math.Min(smallest, pivot);
            if (!(smallest >= smallestPivot))
            {
                return smallest;
            }

            double root = Math.Sqrt(pivot);
            row[j] = root;
            for (int i = j + 1; i < size; i++)
            {
                Span<double> below = matrix.Slice(i * size, j + 1);
                below[j] = (below[j] - Dot(below[..j], row[..j])) / root;
            }
        }

        return smallest;
    }

    /// <summary>Solves L L' x = b.</summary>
    /// <param name="factor">L, shape [n, n], lower half.</param>
    /// <param name="vector">IN: b. OUT: x. Shape [n].</param>
    internal static void Solve(ReadOnlySpan<double> factor, Span<double> vector)
    {
        int size = vector.Length;
        for (int i = 0; i < size; i++)
        {
            vector[i] = (vector[i] - Dot(factor.Slice(i * size, i), vector[..i])) / factor[i * size + i];
        }

        for (int i = size - 1; i >= 0; i--)
        {
            double value = vector[i];
            for (int k = i + 1; k < size; k++)
            {
                value -= factor[k * size + i] * vector[k];
            }

            vector[i] = value / factor[i * size + i];
        }
    }

    /// <summary>Gets the inverse of L L'.</summary>
    /// <param name="factor">L, shape [n, n], lower half.</param>
    /// <param name="size">n.</param>
    internal static double[] Inverse(ReadOnlySpan<double> factor, int size)
    {
        var inverse = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            Span<double> row = inverse.AsSpan(i * size, size);
            row[i] = 1;
            Solve(factor, row);
        }

        return inverse;
    }

    /// <summary>Copies the lower half of a matrix to the upper one.</summary>
    internal static void Mirror(Span<double> matrix, int size)
    {
        for (int k = 0; k < size; k++)
        {
            for (int m = 0; m < k; m++)
            {
                matrix[m * size + k] = matrix[k * size + m];
            }
        }
    }

    internal static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static double SquareOf(ReadOnlySpan<double> values) => Dot(values, values);
}
