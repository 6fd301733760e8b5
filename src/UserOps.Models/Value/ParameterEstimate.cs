namespace UserOps.Models.Value;

/// <summary>A positive parameter of a fit, with what is known of it.</summary>
/// <param name="Name">As the paper calls it: <c>r</c>, <c>alpha</c>.</param>
/// <param name="Value">The estimate; <see cref="UndefinedReason.NoSolution"/> where the data do not decide on it.</param>
/// <param name="LogStandardError">The standard error of its natural logarithm, from the inverse information; no number where there is no estimate.</param>
public sealed record ParameterEstimate(string Name, Measure<double> Value, Measure<double> LogStandardError)
{
    /// <summary>Says that the data do not decide on a parameter.</summary>
    internal static ParameterEstimate Unknown(string name) => new(name, UndefinedReason.NoSolution, UndefinedReason.NoSolution);

    /// <summary>Gets a value indicating whether the data decide on the parameter.</summary>
    public bool IsIdentified => Value.Value is not null;

    /// <summary>Gets the standard error of the parameter itself: its value times <see cref="LogStandardError"/>.</summary>
    public Measure<double> StandardError => (Value.Value, LogStandardError.Value) is ({ } value, { } error) ? value * error : UndefinedReason.NoSolution;

    /// <summary>Gets where the parameter lies with a given confidence; built on the logarithm, so that it is above zero.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null where there is no estimate. A limit no double holds is <see cref="double.MaxValue"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval? Interval(double level = ValueDefaults.ConfidenceLevel)
        => LogEstimate.RatioInterval(Value.Value is { } value ? Math.Log(value) : UndefinedReason.NoSolution, LogStandardError, level);
}
