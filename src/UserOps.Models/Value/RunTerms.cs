namespace UserOps.Models.Value;

/// <summary>What the likelihoods of all customers with the same number of repeat purchases share.</summary>
/// <param name="Events">k x.</param>
/// <param name="Count">r + k x.</param>
/// <param name="MayHaveLeft">Whether there was a purchase to leave after.</param>
/// <param name="LogLeaving">ln a / (b + n - 1).</param>
/// <param name="ByB">Its slope by ln b.</param>
/// <param name="ByBB">Its bend by ln b.</param>
internal readonly record struct RunTerms(double Events, double Count, bool MayHaveLeft, double LogLeaving, double ByB, double ByBB)
{
    internal static RunTerms Of(in BetaGeometricLaw law, int repeatPurchases)
    {
        double events = (double)law.Regularity * repeatPurchases;
        int chances = repeatPurchases + law.Extra;
        double before = chances - 1;
        double tries = law.B + before;
        return chances == 0
            ? new(events, law.R + events, false, double.NegativeInfinity, 0, 0)
            : new(events, law.R + events, true, Math.Log(law.A / tries), -law.B / tries, -law.B / tries * (before / tries));
    }
}
