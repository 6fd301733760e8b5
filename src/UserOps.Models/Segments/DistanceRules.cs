using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold for <see cref="WithinDistance"/>: by itself, and then for the fields it names.</summary>
internal static class DistanceRules
{
    internal const double LargestLatitude = 90;
    internal const double SmallestLongitude = -180;
    internal const double LargestLongitude = 360;

    internal static void Check(WithinDistance rule, string path, RuleScope scope, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckName(rule.Latitude, "latitude", path, issues);
        CheckName(rule.Longitude, "longitude", path, issues);
        CheckArea(rule.Area, path, issues);
        if (rule.Consent is not null)
        {
            CheckName(rule.Consent, "consent", path, issues);
        }
        else if (scope == RuleScope.Users)
        {
            issues.Add(new("missingMember", path, "The member 'consent' is missing: where a user is may be asked only of those who agreed."));
        }

        if (rule.Accuracy is not null)
        {
            CheckName(rule.Accuracy, "accuracy", path, issues);
        }
    }

    internal static void CheckFields(WithinDistance rule, string path, RuleFieldSource fields, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckField(rule.Latitude, FieldKind.Number, path + "/latitude", fields, issues);
        CheckField(rule.Longitude, FieldKind.Number, path + "/longitude", fields, issues);
        CheckField(rule.Consent, FieldKind.Flag, path + "/consent", fields, issues);
        CheckField(rule.Accuracy, FieldKind.Number, path + "/accuracy", fields, issues);
    }

    /// <summary>Says whether there is such a place.</summary>
    internal static bool IsPosition(double latitude, double longitude)
        => Math.Abs(latitude) <= LargestLatitude && longitude is >= SmallestLongitude and <= LargestLongitude;

    private static void CheckName(string? name, string member, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (name is null)
        {
            issues.Add(new("missingMember", path, $"The member '{member}' is missing."));
        }
        else if (string.IsNullOrWhiteSpace(name))
        {
            issues.Add(new("unknownField", $"{path}/{member}", "A field has a name."));
        }
    }

    private static void CheckArea(GeoCircle? area, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (area is null)
        {
            issues.Add(new("missingMember", path, "The member 'area' is missing."));
            return;
        }

        CheckNumber(area.Latitude, -(decimal)LargestLatitude, (decimal)LargestLatitude, "latitude");
        CheckNumber(area.Longitude, (decimal)SmallestLongitude, (decimal)LargestLongitude, "longitude");
        if (area.RadiusMeters < 0)
        {
            issues.Add(new("outOfRange", path + "/area/radiusMeters", FormattableString.Invariant($"Nothing lies within {area.RadiusMeters} meters.")));
        }

        void CheckNumber(decimal value, decimal low, decimal high, string member)
        {
            if (value < low || value > high)
            {
                issues.Add(new("outOfRange", $"{path}/area/{member}", FormattableString.Invariant($"A {member} lies from {low} to {high} degrees, not at {value}.")));
            }
        }
    }

    private static void CheckField(string? name, FieldKind kind, string path, RuleFieldSource fields, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (name is null)
        {
            return;
        }

        if (fields.Find(name) is not { } field)
        {
            if (!fields.Requires(name))
            {
                return;
            }

            issues.Add(new("unknownField", path, $"There is no field '{name}' here."));
        }
        else if (field.Kind != kind)
        {
            issues.Add(new("typeMismatch", path, $"'{name}' is of kind {field.Kind}, not {kind}."));
        }
    }
}
