using System.Security.Cryptography;
using System.Text;

namespace UserOps.Models;

/// <summary>Names a rule by what it says.</summary>
internal static class RuleVersions
{
    private const int Digits = 16;

    /// <summary>Gives the version of a rule that refers to none.</summary>
    internal static string Of(SegmentRule rule) => Of(UserOpsJson.Serialize(rule));

    /// <summary>Gives the version of some texts, in their order.</summary>
    internal static string Of(params ReadOnlySpan<string> texts)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts!))))[..Digits];
}
