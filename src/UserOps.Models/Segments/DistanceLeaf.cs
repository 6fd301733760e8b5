namespace UserOps.Models;

/// <summary>Explains a test of a position: how far from the center it is, and how far from the border.</summary>
internal static class DistanceLeaf
{
    /// <param name="user">The user.</param>
    /// <param name="rule">The test.</param>
    /// <param name="leaf">The node with its answer.</param>
    internal static SegmentExplanation Explain(OneUser user, WithinDistance rule, SegmentExplanation leaf)
    {
        var radius = new ActualValue { Measured = (double)rule.Area.RadiusMeters };
        leaf = leaf with { Compared = [radius] };

        // Without consent nobody is told where the user is; nor does an impossible position lie anywhere.
        bool mayTell = rule.Consent is null || user.ColumnOf(rule.Consent) is FlagColumn flags && flags[OneUser.Ordinal] == true;
        if (!mayTell || DegreesOf(user, rule.Latitude) is not { } latitude || DegreesOf(user, rule.Longitude) is not { } longitude
            || !DistanceRules.IsPosition(latitude, longitude))
        {
            return leaf;
        }

        double meters = rule.Area.DistanceTo(latitude, longitude);
        return leaf with { Actual = new() { Measured = meters }, Distance = new() { Measured = radius.Measured - meters, HoldsAtLimit = true } };
    }

    private static double? DegreesOf(OneUser user, string field) => ((NumberColumn)user.ColumnOf(field))[OneUser.Ordinal];
}
