namespace UserOps.Models.Retention;

/// <summary>How well a curve foretells the last periods, which it was not fitted to.</summary>
/// <param name="Periods">The periods compared.</param>
/// <param name="MeanAbsoluteError">Mean distance between foretold and observed rate.</param>
/// <param name="RootMeanSquareError">Root of the mean squared distance: never less than <paramref name="MeanAbsoluteError"/>.</param>
public sealed record RetentionHoldout(int Periods, double MeanAbsoluteError, double RootMeanSquareError);
