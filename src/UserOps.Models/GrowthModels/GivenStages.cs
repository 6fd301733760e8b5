namespace UserOps.Models.GrowthModels;

/// <summary>The caller says which stages each event serves.</summary>
internal readonly ref struct GivenStages(ReadOnlySpan<GrowthStages> stages) : IStagesOfEvents
{
    private readonly ReadOnlySpan<GrowthStages> _stages = stages;

    public uint At(int index) => (uint)_stages[index];
}
