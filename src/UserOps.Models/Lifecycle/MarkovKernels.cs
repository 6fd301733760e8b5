namespace UserOps.Models.Lifecycle;

/// <summary>Arithmetic over a matrix of transition rates.</summary>
internal static class MarkovKernels
{
    /// <summary>Finds the sets of places that lead to each other and to nowhere else.</summary>
    /// <param name="rates">Shape [places, places]; every row of <paramref name="part"/> adds up to 1 over its columns.</param>
    /// <param name="part">The places looked at, ascending.</param>
    /// <returns>Each set ascending, ordered by the least place; at least one.</returns>
    internal static int[][] ClosedClasses(double[,] rates, int[] part)
    {
        var leads = new bool[part.Length, part.Length];
        for (int i = 0; i < part.Length; i++)
        {
            for (int j = 0; j < part.Length; j++)
            {
                leads[i, j] = i == j || rates[part[i], part[j]] > 0;
            }
        }

        for (int by = 0; by < part.Length; by++)
        {
            for (int i = 0; i < part.Length; i++)
            {
                for (int j = 0; j < part.Length && leads[i, by]; j++)
                {
                    leads[i, j] |= leads[by, j];
                }
            }
        }

        int[] all = [.. Enumerable.Range(0, part.Length)];
        return
        [
            .. all.Where(i => all.All(j => !leads[i, j] || leads[j, i])) // never lost: wherever it leads, there is a way back
                .Select(i => all.Where(j => leads[i, j]).ToArray())
                .DistinctBy(members => members[0])
                .Select(members => members.Select(member => part[member]).ToArray()),
        ];
    }

    /// <summary>Gets the greatest common divisor of the lengths of all ways round.</summary>
    /// <param name="rates">Shape [places, places].</param>
    /// <param name="members">Places that all lead to each other.</param>
    internal static int Period(double[,] rates, int[] members)
    {
        var steps = new Dictionary<int, int> { [members[0]] = 0 };
        var todo = new Queue<int>([members[0]]);
        int divisor = 0;
        while (todo.TryDequeue(out int place))
        {
            foreach (int next in members.Where(next => rates[place, next] > 0))
            {
                if (steps.TryAdd(next, steps[place] + 1))
                {
                    todo.Enqueue(next);
                }

                divisor = GreatestCommonDivisor(divisor, Math.Abs(steps[place] + 1 - steps[next]));
            }
        }

        return divisor;
    }

    /// <summary>Gets the shares that a step leaves as they are.</summary>
    /// <param name="rates">Shape [places, places].</param>
    /// <param name="members">Places that all lead to each other and nowhere else.</param>
    /// <returns>One share each; they add up to 1.</returns>
    /// <remarks>The elimination of Grassmann, Taksar and Heyman: only sums, products and quotients of numbers not below zero, so no digit is lost.</remarks>
    internal static double[] Stationary(double[,] rates, int[] members)
    {
        int count = members.Length;
        var left = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                left[i, j] = rates[members[i], members[j]];
            }
        }

        for (int last = count - 1; last > 0; last--)
        {
            EliminateLast(left, last);
        }

        var shares = new double[count];
        shares[0] = 1;
        double sum = 1;
        for (int j = 1; j < count; j++)
        {
            for (int i = 0; i < j; i++)
            {
                shares[j] += shares[i] * left[i, j];
            }

            sum += shares[j];
        }

        for (int j = 0; j < count; j++)
        {
            shares[j] /= sum;
        }

        return shares;
    }

    /// <summary>Takes a place out of the chain: ways through it become ways past it.</summary>
    private static void EliminateLast(double[,] left, int last)
    {
        double leaves = 0;
        for (int j = 0; j < last; j++)
        {
            leaves += left[last, j];
        }

        for (int i = 0; i < last; i++)
        {
            left[i, last] /= leaves;
            for (int j = 0; j < last; j++)
            {
                left[i, j] += left[i, last] * left[last, j];
            }
        }
    }

    private static int GreatestCommonDivisor(int a, int b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
