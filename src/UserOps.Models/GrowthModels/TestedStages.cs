using System.Numerics;

namespace UserOps.Models.GrowthModels;

/// <summary>Names say which stages an event may serve; tests over properties say which of these it does.</summary>
/// <param name="events">The log.</param>
/// <param name="stagesOfCode">Shape [names]: one bit per stage, tests not looked at.</param>
/// <param name="matches">Shape [stages].</param>
/// <param name="tested">One bit per stage that has a test.</param>
internal readonly struct TestedStages(EventTable events, byte[] stagesOfCode, EventMatches[] matches, uint tested) : IStagesOfEvents
{
    public uint At(int index)
    {
        int code = events.CodeAt(index);
        uint stages = stagesOfCode[code];
        for (uint open = stages & tested; open != 0; open &= open - 1)
        {
            int stage = BitOperations.TrailingZeroCount(open);
            stages &= matches[stage].Contains(code, index) ? ~0u : ~(1u << stage);
        }

        return stages;
    }
}
