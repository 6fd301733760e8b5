namespace UserOps.Models.Stratification;

/// <summary>Where a tier ends when its share of the users is no whole number of users.</summary>
public enum PyramidRounding
{
    /// <summary>Behind the next whole user, <c>ceil(bound x n)</c>: a tier has at least its share, and the top tier always somebody.</summary>
    Up,

    /// <summary>Before it, <c>rank &lt;= bound x n</c>: the tiers down to a bound never have more than its share, and a small tier may be empty.</summary>
    Down,
}
