namespace UserOps.Models.Value;

/// <summary>What is left of a future moment, discounted, over v = ln((beta + T + t) / (beta + T)): e^(-(s - 1) v - depth (e^v - 1)).</summary>
/// <param name="Shape">The paper's s.</param>
/// <param name="Depth">The continuous rate of discount times beta + T; above 0.</param>
internal readonly record struct DiscountedStay(double Shape, double Depth) : ILogConcave
{
    public double At(double place) => (1 - Shape) * place - Depth * NearZero.ExpMinusOne(place);

    public double SlopeAt(double place) => 1 - Shape - Depth * Math.Exp(place);
}
