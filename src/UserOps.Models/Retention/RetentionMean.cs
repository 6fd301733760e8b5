namespace UserOps.Models.Retention;

/// <summary>One point of the mean curve: a column over the cohorts that are complete there.</summary>
/// <param name="Column">The column.</param>
/// <param name="Cohorts">How many cohorts are complete, empty ones included.</param>
/// <param name="Weighted">Retained users over users, of all these cohorts together: every user weighs the same.</param>
/// <param name="Simple">The mean of the cohorts' rates: every cohort weighs the same, empty ones left out.</param>
public sealed record RetentionMean(int Column, int Cohorts, Ratio Weighted, Measure<double> Simple);
