using System.Collections.Immutable;

namespace UserOps.Models.Stratification;

/// <summary>Defaults and limits of the stratification room, each named once.</summary>
internal static class StratificationDefaults
{
    /// <summary>Points kept of a curve: enough for a line on any screen.</summary>
    internal const int Points = 101;

    internal const int MinimumPoints = 2;

    internal const int MaximumPoints = 1_000_000;

    /// <summary>Fractions of users, shares of value or tiers in one definition.</summary>
    internal const int MaximumParts = 100;

    /// <summary>From these assets on, in CNY, a customer is let into private banking on trial (资产超50万的用户).</summary>
    internal const decimal PrivateBankTrialAssets = 500_000m;

    /// <summary>From these financial net assets on, in CNY, Chinese rules speak of a private-banking customer.</summary>
    internal const decimal PrivateBankAssets = 6_000_000m;

    internal const decimal AffluentAssets = 50_000m;

    internal static readonly ImmutableArray<decimal> TopFractions = [0.2m];

    internal static readonly ImmutableArray<decimal> TargetShares = [0.8m];
}
