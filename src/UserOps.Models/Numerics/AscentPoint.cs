namespace UserOps.Models;

/// <summary>A place in a search, with the value and the derivatives there.</summary>
internal sealed class AscentPoint(int count)
{
    internal double[] Parameters { get; } = new double[count];

    internal double[] Gradient { get; } = new double[count];

    internal double[] Information { get; } = new double[count * count];

    internal double Value { get; private set; }

    /// <summary>Gets a value indicating whether the value and all derivatives are numbers.</summary>
    internal bool IsFinite => double.IsFinite(Value) && Array.TrueForAll(Gradient, double.IsFinite) && Array.TrueForAll(Information, double.IsFinite);

    internal void Evaluate(IAscentObjective objective) => Value = objective.Evaluate(Parameters, Gradient, Information);
}
