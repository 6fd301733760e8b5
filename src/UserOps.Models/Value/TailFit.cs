using System.Diagnostics;

namespace UserOps.Models.Value;

/// <summary>Fits a tail to margins per user and adds it up for ever.</summary>
internal static class TailFit
{
    /// <summary>Gets what the ages after the last one add, in the worth of age 0.</summary>
    /// <param name="blank">The answer without its tail.</param>
    /// <param name="margins">Margin per user at each age seen, age 0 first; one at least.</param>
    /// <param name="fitFrom">The first age the shape is fitted to.</param>
    internal static LifetimeValueExtrapolation Of(LifetimeValueExtrapolation blank, double[] margins, int fitFrom)
    {
        double[] fitted = margins[fitFrom..];
        double worthOfLast = margins[^1] * Math.Pow(1 + blank.DiscountRate, -blank.ThroughAge);
        return blank.Tail switch
        {
            _ when fitted.Any(margin => margin < 0) || fitted[0] == 0 => blank with { Beyond = UndefinedReason.NoSolution },
            LifetimeValueTail.Geometric => Geometric(blank, fitted, worthOfLast),
            LifetimeValueTail.ShiftedBetaGeometric => ShiftedBetaGeometric(blank, fitted, worthOfLast),
            _ => throw new UnreachableException(),
        };
    }

    // The share of greatest likelihood where margins stand for survivors: those who stayed over those who could.
    private static LifetimeValueExtrapolation Geometric(LifetimeValueExtrapolation blank, double[] margins, double worthOfLast)
    {
        if (margins.Length < 2)
        {
            return blank with { Beyond = UndefinedReason.TooFew };
        }

        double share = margins[1..].Sum() / margins[..^1].Sum();
        if (share > 1)
        {
            return blank with { Beyond = UndefinedReason.NoSolution }; // what grew is no tail, however large the discount
        }

        double loss = 1 + blank.DiscountRate - share;
        return blank with
        {
            MarginRetention = share,
            Beyond = loss > 0 ? worthOfLast * share / loss : UndefinedReason.NoSolution,
        };
    }

    private static LifetimeValueExtrapolation ShiftedBetaGeometric(LifetimeValueExtrapolation blank, double[] margins, double worthOfLast)
    {
        if (margins.Length < 3)
        {
            return blank with { Beyond = UndefinedReason.TooFew };
        }

        bool isFalling = margins.Zip(margins.Skip(1), (here, next) => next <= here).All(falls => falls);
        double perUser = blank.Users / margins[0]; // the first age as all users, so that the fit is one of counts
        if (!isFalling || ShiftedBetaGeometricModel.Fit([.. margins.Select(margin => margin * perUser)]).Model is not { } curve)
        {
            return blank with { Beyond = UndefinedReason.NoSolution };
        }

        double rest = curve.DiscountedExpectedResidualLifetime(margins.Length, blank.DiscountRate) / (1 + blank.DiscountRate);
        return blank with { Curve = curve.Parameters, Beyond = double.IsFinite(rest) ? worthOfLast * rest : UndefinedReason.NoSolution };
    }
}
