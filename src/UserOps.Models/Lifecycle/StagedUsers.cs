namespace UserOps.Models.Lifecycle;

/// <summary>Where every user of a directory is at one instant.</summary>
/// <param name="Codes">Shape [users]: the index of the stage, or <see cref="LifecycleDefaults.Unassigned"/> or <see cref="LifecycleDefaults.Absent"/>.</param>
/// <param name="Uncertain">Shape [ceil(users / 64)]: set where an earlier place may be the user's.</param>
internal readonly record struct StagedUsers(byte[] Codes, ulong[] Uncertain);
