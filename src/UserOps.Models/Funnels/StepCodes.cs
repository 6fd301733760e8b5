using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Which step an event code fills, for funnels whose steps share no code.</summary>
/// <typeparam name="TCode"><see cref="byte"/>, or <see cref="ushort"/> for tables with more than 256 event names.</typeparam>
internal sealed class StepCodes<TCode>
    where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
{
    private readonly byte[] _stepOfCode;
    private readonly TCode[] _codes;

    /// <param name="stepOfCode">Shape [codes of the table]; the step a code fills, or <see cref="NoStep"/>.</param>
    /// <param name="stepCount">Steps of the funnel.</param>
    /// <param name="tests">What an event must pass beside its code; null for nothing.</param>
    internal StepCodes(ReadOnlySpan<byte> stepOfCode, int stepCount, EventMasks? tests = null)
    {
        // One entry for every value of the type, so that the kernels need no bounds check to be safe.
        _stepOfCode = new byte[int.CreateChecked(TCode.MaxValue) + 1];
        Array.Fill(_stepOfCode, NoStep);
        stepOfCode.CopyTo(_stepOfCode);
        var codes = new List<TCode>();
        for (int code = 0; code < stepOfCode.Length; code++)
        {
            if (stepOfCode[code] != NoStep)
            {
                codes.Add(TCode.CreateChecked(code));
            }
        }

        _codes = [.. codes];
        StepCount = stepCount;
        Tests = tests;
    }

    /// <summary>Marks a code that fills no step.</summary>
    internal const byte NoStep = byte.MaxValue;

    /// <summary>Gets the number of steps of the funnel.</summary>
    internal int StepCount { get; }

    /// <summary>Gets what an event must pass beside its code; null for nothing.</summary>
    internal EventMasks? Tests { get; }

    /// <summary>Gets the codes that fill a step, ascending.</summary>
    internal ReadOnlySpan<TCode> Codes => _codes;

    /// <summary>Gets the step of every value the code type has.</summary>
    internal ReadOnlySpan<byte> StepOfCode => _stepOfCode;
}
