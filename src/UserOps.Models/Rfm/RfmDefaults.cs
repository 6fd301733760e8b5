namespace UserOps.Models.Rfm;

/// <summary>Defaults and limits of questions about purchases.</summary>
internal static class RfmDefaults
{
    /// <summary>The most days a window may have: ten years, beyond which a purchase says nothing about its buyer.</summary>
    internal const int MostWindowDays = 3653;
}
