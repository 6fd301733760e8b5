namespace UserOps.Models;

/// <summary>A log-likelihood with its derivatives, to be made as large as possible.</summary>
internal interface IAscentObjective
{
    /// <summary>Gets the number of parameters.</summary>
    int Count { get; }

    /// <summary>Gets how much is observed in all: the information of a parameter that is far below its rounding is none.</summary>
    double Weight { get; }

    /// <summary>Computes the function and its derivatives at a place.</summary>
    /// <param name="parameters">Shape [Count].</param>
    /// <param name="gradient">OUT: first derivatives, shape [Count].</param>
    /// <param name="information">OUT: second derivatives with their sign turned, shape [Count, Count], both halves.</param>
    /// <returns>The value; not finite where the place is too far away to compute it, and then the derivatives mean nothing.</returns>
    double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information);
}
