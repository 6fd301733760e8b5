using System.Text.Json;

namespace UserOps.Models.Tests.Conformance;

/// <summary>When two numbers count as the same: by the case's own tolerance, or by that of a member, at any depth below it.</summary>
internal sealed class CaseTolerance
{
    private readonly Func<double, double, bool> _isSame;
    private readonly IReadOnlyDictionary<string, CaseTolerance> _keys;

    private CaseTolerance(Func<double, double, bool> isSame, IReadOnlyDictionary<string, CaseTolerance>? keys = null)
    {
        _isSame = isSame;
        _keys = keys ?? new Dictionary<string, CaseTolerance>();
    }

    /// <summary>Gets the tolerance of cases that state none: whole numbers are counts and must be equal; anything else may differ by rounding.</summary>
    public static CaseTolerance Default { get; } = new((expected, actual) =>
        double.IsInteger(expected) && double.IsInteger(actual) ? expected == actual : Math.Abs(expected - actual) <= 1e-6);

    public static CaseTolerance Of(JsonElement? tolerance)
    {
        if (tolerance is not { } given)
        {
            return Default;
        }

        given.OnlyKnown("tolerance", "rel", "abs", "keys");
        (double relative, double absolute) = (given.GetProperty("rel").GetDouble(), given.GetProperty("abs").GetDouble());
        IEnumerable<JsonProperty> keys = given.Member("keys") is { } members ? members.EnumerateObject() : [];
        return new(Within(relative, absolute), keys.ToDictionary(key => key.Name, key => OfKey(key.Value, relative, absolute)));
    }

    public bool IsSame(double expected, double actual) => _isSame(expected, actual);

    /// <summary>Gets the tolerance of a member: its own, and for all below it that of what it is in.</summary>
    public CaseTolerance For(string member) => _keys.TryGetValue(member, out CaseTolerance? own) ? new(own._isSame, _keys) : this;

    // What a member does not state is as for the others.
    private static CaseTolerance OfKey(JsonElement key, double relative, double absolute)
    {
        key.OnlyKnown("tolerance of a member", "rel", "abs");
        return new(Within(key.Member("rel")?.GetDouble() ?? relative, key.Member("abs")?.GetDouble() ?? absolute));
    }

    private static Func<double, double, bool> Within(double relative, double absolute)
        => (expected, actual) => Math.Abs(actual - expected) <= Math.Max(absolute, relative * Math.Abs(expected));
}
