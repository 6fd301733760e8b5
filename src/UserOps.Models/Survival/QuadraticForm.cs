namespace UserOps.Models.Survival;

/// <summary>u' V^-1 u for a covariance V that may lack rank.</summary>
internal static class QuadraticForm
{
    // Below this share of the largest variance a direction has none: what is left there is rounding.
    private const double Negligible = 1e-11;

    /// <summary>Computes the form by Cholesky with pivots; over the directions that have variance where not all do.</summary>
    /// <param name="matrix">Shape [n x n], symmetric; overwritten.</param>
    /// <param name="vector">Shape [n]; overwritten. Lies in the span of the matrix, as differences of observed and expected do.</param>
    /// <returns>The form and the rank; 0 of 0 for a matrix of zeros.</returns>
    internal static (double Value, int Rank) Of(Span<double> matrix, Span<double> vector)
    {
        int size = vector.Length;
        double least = 0;
        double sum = 0;
        for (int done = 0; done < size; done++)
        {
            int pivot = LargestVariance(matrix, size, done);
            double variance = matrix[pivot * size + pivot];
            least = done == 0 ? variance * Negligible : least;
            if (!(variance > least))
            {
                return (sum, done);
            }

            Swap(matrix, vector, size, done, pivot);
            sum += vector[done] * vector[done] / variance;
            for (int row = done + 1; row < size; row++)
            {
                double factor = matrix[row * size + done] / variance;
                vector[row] -= factor * vector[done];
                for (int column = done + 1; column < size; column++)
                {
                    matrix[row * size + column] -= factor * matrix[done * size + column];
                }
            }
        }

        return (sum, size);
    }

    private static int LargestVariance(ReadOnlySpan<double> matrix, int size, int from)
    {
        int largest = from;
        for (int i = from + 1; i < size; i++)
        {
            largest = matrix[i * size + i] > matrix[largest * size + largest] ? i : largest;
        }

        return largest;
    }

    private static void Swap(Span<double> matrix, Span<double> vector, int size, int a, int b)
    {
        (vector[a], vector[b]) = (vector[b], vector[a]);
        for (int i = 0; i < size; i++)
        {
            (matrix[a * size + i], matrix[b * size + i]) = (matrix[b * size + i], matrix[a * size + i]);
        }

        for (int i = 0; i < size; i++)
        {
            (matrix[i * size + a], matrix[i * size + b]) = (matrix[i * size + b], matrix[i * size + a]);
        }
    }
}
