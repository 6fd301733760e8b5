using MathNet.Numerics.Integration;

namespace UserOps.Models;

/// <summary>The rule of Gauss and Legendre with 16 nodes over -1 to 1: exact for polynomials up to degree 31.</summary>
internal static class GaussLegendre
{
    private static readonly GaussLegendreRule Rule = new(-1, 1, 16);
    private static readonly double[] NodeArray = Rule.Abscissas;
    private static readonly double[] WeightArray = Rule.Weights;

    /// <summary>Gets the nodes; shape [16].</summary>
    internal static ReadOnlySpan<double> Nodes => NodeArray;

    /// <summary>Gets the weights; shape [16], sum 2.</summary>
    internal static ReadOnlySpan<double> Weights => WeightArray;
}
