using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>Which hidden counts have a single value, given the ones that are shown and the lines they add up in.</summary>
internal static class HiddenEquations
{
    // Arithmetic modulo a prime is exact, where doubles would have to guess what is zero. A count that is determined among the fractions is determined
    // here too, unless the prime divides a minor of the equations: they are small and the prime is not.
    private const long Prime = 2_147_483_647;

    /// <summary>Lists the hidden counts that follow from the others, ascending.</summary>
    internal static ImmutableArray<int> Determined(ImmutableArray<SumLine> lines, bool[] hidden)
    {
        int[] unknowns = [.. Enumerable.Range(0, hidden.Length).Where(cell => hidden[cell])];
        var column = new int[hidden.Length];
        for (int i = 0; i < unknowns.Length; i++)
        {
            column[unknowns[i]] = i;
        }

        List<long[]> equations = [];
        foreach (SumLine line in lines.Where(line => hidden[line.Total] || line.Parts.Any(part => hidden[part])))
        {
            var equation = new long[unknowns.Length];
            foreach (int part in line.Parts.Where(part => hidden[part]))
            {
                equation[column[part]] = 1;
            }

            if (hidden[line.Total])
            {
                equation[column[line.Total]] = Prime - 1;
            }

            equations.Add(equation);
        }

        Reduce(equations, unknowns.Length);
        return [.. equations.Where(equation => equation.Count(factor => factor != 0) == 1).Select(equation => unknowns[Array.FindIndex(equation, factor => factor != 0)]).Order()];
    }

    /// <summary>Brings the equations to their reduced echelon form: a count that has a single value then stands alone in one of them.</summary>
    private static void Reduce(List<long[]> equations, int unknowns)
    {
        int rank = 0;
        for (int unknown = 0; unknown < unknowns && rank < equations.Count; unknown++)
        {
            int pivot = equations.FindIndex(rank, equation => equation[unknown] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (equations[rank], equations[pivot]) = (equations[pivot], equations[rank]);
            long[] row = equations[rank];
            long inverse = Power(row[unknown], Prime - 2);
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = row[i] * inverse % Prime;
            }

            foreach (long[] other in equations)
            {
                if (other != row && other[unknown] != 0)
                {
                    Subtract(row, other[unknown], other);
                }
            }

            rank++;
        }
    }

    private static void Subtract(long[] row, long factor, long[] from)
    {
        for (int i = 0; i < row.Length; i++)
        {
            from[i] = (from[i] + (Prime - row[i]) * factor) % Prime; // below 2^62 + 2^31
        }
    }

    private static long Power(long number, long exponent)
    {
        long power = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            power = (exponent & 1) == 1 ? power * number % Prime : power;
            number = number * number % Prime;
        }

        return power;
    }
}
