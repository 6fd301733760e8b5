using System.Numerics;

namespace UserOps.Models.Activity;

/// <summary>The name of an event says what it is.</summary>
/// <typeparam name="TCode">The width of the codes: byte or ushort.</typeparam>
internal readonly ref struct SessionRolesOfCodes<TCode>(ReadOnlySpan<TCode> codes, ReadOnlySpan<SessionRole> roleOfCode) : ISessionRoles
    where TCode : unmanaged, IBinaryInteger<TCode>
{
    private readonly ReadOnlySpan<TCode> _codes = codes;
    private readonly ReadOnlySpan<SessionRole> _roleOfCode = roleOfCode;

    public SessionRole At(int index) => _roleOfCode[int.CreateTruncating(_codes[index])];
}
