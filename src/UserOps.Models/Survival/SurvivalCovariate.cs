using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>One number per row that may explain how long it lasts; for a category, one covariate a value that is 1 where the row has it and 0 elsewhere.</summary>
/// <param name="name">What results call it; not empty, one of a kind in its table.</param>
/// <param name="values">Shape [rows]; finite.</param>
public sealed class SurvivalCovariate(string name, ImmutableArray<double> values)
{
    /// <summary>Gets what results call it.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the numbers: shape [rows].</summary>
    public ImmutableArray<double> Values { get; } = values;
}
