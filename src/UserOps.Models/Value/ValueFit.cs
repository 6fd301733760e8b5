using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What came out of a fit: how it ended, what is known of each parameter and, where all of them are known, the model.</summary>
/// <typeparam name="TModel">The model that was fitted.</typeparam>
/// <remarks>Immutable. Data that do not decide are no fault: there is no model then, and the parameters say which of them are identified.</remarks>
public sealed class ValueFit<TModel>
    where TModel : class
{
    internal ValueFit(ValueFitStatus status, ImmutableArray<ParameterEstimate> parameters, double logLikelihood, double customers, int iterations, TModel? model)
    {
        Status = status;
        Parameters = parameters;
        LogLikelihood = logLikelihood;
        Customers = customers;
        Iterations = iterations;
        Model = model;
    }

    /// <summary>Says that the density of what customers did has no bound, so that the data decide on nothing.</summary>
    internal static ValueFit<TModel> WithoutBound(PurchaseGroups groups, IEnumerable<string> names)
        => new(ValueFitStatus.NotIdentified, [.. names.Select(ParameterEstimate.Unknown)], double.PositiveInfinity, groups.Customers, 0, null);

    /// <summary>Gets how the fit ended.</summary>
    public ValueFitStatus Status { get; }

    /// <summary>Gets the parameters in the order of the paper.</summary>
    public ImmutableArray<ParameterEstimate> Parameters { get; }

    /// <summary>
    /// Gets the natural logarithm of the likelihood of all customers where the search ended. Where a parameter has no finite maximum, this is within 1e-6 a
    /// customer of the supremum; it is positive infinity where the likelihood itself has no bound (somebody bought again in no time, as models of customers who
    /// leave see it), and minus infinity where the data have no probability whatever the parameters.
    /// </summary>
    public double LogLikelihood { get; }

    /// <summary>Gets for how many customers the rows stand.</summary>
    public double Customers { get; }

    /// <summary>Gets for how many customers stand the rows that were left out, because they say nothing about what is fitted: 0 where every row does.</summary>
    public double LeftOut { get; internal init; }

    /// <summary>Gets the steps the search took.</summary>
    public int Iterations { get; }

    /// <summary>Gets the model; null unless the fit <see cref="ValueFitStatus.Converged"/>.</summary>
    public TModel? Model { get; }

    /// <summary>Gets a parameter by its name.</summary>
    /// <param name="name">As the paper calls it; ordinal.</param>
    /// <exception cref="KeyNotFoundException">The model has no such parameter.</exception>
    public ParameterEstimate this[string name] => Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw new KeyNotFoundException($"The model has no parameter '{name}'; it has {string.Join(", ", Parameters.Select(parameter => parameter.Name))}.");
}
