namespace UserOps.Samples;

/// <summary>The columns that are missing in one row although the app should have filled them.</summary>
[Flags]
internal enum EventGaps : byte
{
    None = 0,
    Channel = 1,
    System = 2,
}
