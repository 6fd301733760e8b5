namespace UserOps.Models.GrowthModels;

/// <summary>Which stages an event serves. Structs implement it, so that each kind of source gets a loop of its own without a call.</summary>
internal interface IStagesOfEvents
{
    /// <summary>Gets one bit per stage an event serves; bit 0 is acquisition.</summary>
    uint At(int index);
}
