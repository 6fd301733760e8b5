namespace UserOps.Models.Rfm;

/// <summary>Defaults and limits of questions about purchases.</summary>
internal static class RfmDefaults
{
    /// <summary>The most days a window may have: ten years, beyond which a purchase says nothing about its buyer.</summary>
    internal const int MostWindowDays = 3653;

    /// <summary>How much of the work is done, as progress tells it, when users are measured and not yet scored.</summary>
    internal const double MeasuringShare = 0.5;
}
