namespace UserOps.Models.Activity;

/// <summary>What each event is to sessions. Structs implement it, so that each kind of source gets a loop of its own without a call.</summary>
internal interface ISessionRoles
{
    /// <summary>Gets the role of an event by its index.</summary>
    SessionRole At(int index);
}
