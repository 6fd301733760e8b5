using UserOps.Models.GrowthModels;

namespace UserOps.Quickstart.Report;

/// <summary>The five stages as they are called at both ends of the office.</summary>
internal static class StageNames
{
    /// <summary>Gets the Chinese name alone, for the head of a narrow column.</summary>
    internal static string Short(GrowthStage stage) => GrowthStageNames.Of(stage).Zh;

    internal static string Of(GrowthStage stage) => $"{GrowthStageNames.Of(stage).Zh} {GrowthStageNames.Of(stage).En}";
}
