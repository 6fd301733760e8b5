namespace UserOps.Models.GrowthModels;

/// <summary>An event an explanation speaks of.</summary>
/// <param name="Index">Its index in the event table.</param>
/// <param name="At">Its instant, with the offset of the context's zone.</param>
/// <param name="Name">Its name.</param>
public readonly record struct GrowthEvent(int Index, DateTimeOffset At, string Name);
