using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace UserOps.Models;

/// <summary>An information matrix taken apart: what is known, as a covariance, and the directions of which nothing is known.</summary>
internal sealed class InformationParts
{
    private InformationParts(double[] covariance, double[][] flatDirections)
    {
        Covariance = covariance;
        FlatDirections = flatDirections;
    }

    /// <summary>Gets the inverse over everything but the flat directions: shape [n, n].</summary>
    internal double[] Covariance { get; }

    /// <summary>Gets the flat directions, each of shape [n] and length 1, in units.</summary>
    internal double[][] FlatDirections { get; }

    /// <summary>Takes a matrix apart.</summary>
    /// <param name="information">Shape [n, n]. Where it is not finite it says nothing: every parameter is a flat direction by itself.</param>
    /// <param name="units">Shape [n]: 1 / root of the information a parameter started with; 0 where it had none, and then it is a flat direction by itself.</param>
    /// <param name="least">A direction of length 1 is flat where it has no more information, in units.</param>
    internal static InformationParts Of(double[] information, double[] units, double least)
    {
        int count = units.Length;
        var covariance = new double[count * count];
        int[] informed = [.. Enumerable.Range(0, count).Where(i => units[i] > 0)];
        if (!Array.TrueForAll(information, double.IsFinite))
        {
            return new(covariance, [.. Enumerable.Range(0, count).Select(i => Spread([1], [i], count))]);
        }

        List<double[]> flat = [.. Enumerable.Range(0, count).Where(i => units[i] == 0).Select(i => Spread([1], [i], count))];
        if (informed.Length > 0)
        {
            Evd<double> parts = Matrix<double>.Build.Dense(informed.Length, informed.Length, (i, j) =>
                information[informed[i] * count + informed[j]] * units[informed[i]] * units[informed[j]]).Evd(Symmetricity.Symmetric);
            for (int part = 0; part < informed.Length; part++)
            {
                double size = parts.EigenValues[part].Real;
                double[] direction = Spread([.. parts.EigenVectors.Column(part)], informed, count);
                if (size > least)
                {
                    AddSquare(covariance, direction, units, 1 / size);
                }
                else
                {
                    flat.Add(direction);
                }
            }
        }

        return new(covariance, [.. flat]);
    }

    /// <summary>Inverts a matrix without flat directions.</summary>
    /// <param name="information">Shape [n, n]; positive definite.</param>
    /// <param name="units">Shape [n]: 1 / root of the diagonal.</param>
    internal static InformationParts Whole(double[] information, double[] units)
    {
        int count = units.Length;
        double[] factor = [.. information.Select((value, i) => value * units[i / count] * units[i % count])];
        SymmetricKernels.Factor(factor, count, double.Epsilon);
        double[] inverse = SymmetricKernels.Inverse(factor, count);
        return new([.. inverse.Select((value, i) => value * units[i / count] * units[i % count])], []);
    }

    private static double[] Spread(double[] part, int[] places, int count)
    {
        var direction = new double[count];
        for (int i = 0; i < places.Length; i++)
        {
            direction[places[i]] = part[i];
        }

        return direction;
    }

    private static void AddSquare(double[] matrix, double[] direction, double[] units, double factor)
    {
        for (int i = 0; i < direction.Length; i++)
        {
            for (int j = 0; j < direction.Length; j++)
            {
                matrix[i * direction.Length + j] += factor * direction[i] * units[i] * direction[j] * units[j];
            }
        }
    }
}
