namespace UserOps.Models.Stratification;

/// <summary>By what a pyramid divides users into tiers, and so what the bound of a tier means.</summary>
public enum PyramidBasis
{
    /// <summary>By the value itself: a bound is the value from which its tier begins, included. Tiers from the lowest to the highest.</summary>
    Thresholds,

    /// <summary>
    /// By rank: a bound is the cumulative share of users, from the highest value down, up to which its tier reaches; tiers from the top down. The tier of
    /// rank r among n users is the first with <c>r &lt;= ceil(bound x n)</c>, or <c>r &lt;= bound x n</c>; see <see cref="PyramidRounding"/>.
    /// </summary>
    UserShares,

    /// <summary>
    /// By what users hold together (ABC): a bound is the cumulative share of the value, from the highest value down; tiers from the top down. A user belongs to
    /// the first tier whose bound is above the share of those before, so that who crosses a bound is still above it. A bound of 1 takes all who are left.
    /// </summary>
    ValueShares,
}
