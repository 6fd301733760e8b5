namespace UserOps.Models;

/// <summary>The logarithm of a positive function, concave: it rises to one peak and falls from there, ever more steeply.</summary>
internal interface ILogConcave
{
    /// <summary>Gets the logarithm at a place; negative infinity where the function is 0.</summary>
    double At(double place);

    /// <summary>Gets the first derivative of the logarithm.</summary>
    double SlopeAt(double place);
}
