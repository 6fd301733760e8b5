using System.Numerics;

namespace UserOps.Models.GrowthModels;

/// <summary>The name of an event says which stages it serves.</summary>
/// <typeparam name="TCode">The width of the codes: byte or ushort.</typeparam>
internal readonly ref struct CodedStages<TCode>(ReadOnlySpan<TCode> codes, ReadOnlySpan<byte> stagesOfCode) : IStagesOfEvents
    where TCode : unmanaged, IBinaryInteger<TCode>
{
    private readonly ReadOnlySpan<TCode> _codes = codes;
    private readonly ReadOnlySpan<byte> _stagesOfCode = stagesOfCode;

    public uint At(int index) => _stagesOfCode[int.CreateTruncating(_codes[index])];
}
