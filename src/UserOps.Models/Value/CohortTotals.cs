namespace UserOps.Models.Value;

/// <summary>What a model of repeat buying expects of all customers of a history together; each row counts as often as it stands for customers.</summary>
/// <param name="Customers">For how many customers the rows stand.</param>
/// <param name="Horizon">The time from the end of observation that was asked about.</param>
/// <param name="ExpectedPurchases">Purchases expected from the end of observation to the horizon, given what each customer did.</param>
/// <param name="Alive">Customers expected not to have left at the end of observation.</param>
/// <param name="ExpectedSoFar">Repeat purchases a model that knows nothing but the age of each customer expects until the end of observation.</param>
/// <param name="ExpectedByHorizon">The same until the horizon; the difference of the two is what a tracking plot shows of the future.</param>
public sealed record CohortTotals(
    double Customers, double Horizon, double ExpectedPurchases, double Alive, double ExpectedSoFar, double ExpectedByHorizon);
