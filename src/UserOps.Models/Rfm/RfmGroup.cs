namespace UserOps.Models.Rfm;

/// <summary>The eight groups of users by high and low recency, frequency and monetary value; high recency means bought lately.</summary>
public enum RfmGroup
{
    /// <summary>重要价值用户: R, F and M high.</summary>
    ImportantValue,

    /// <summary>重要保持用户: F and M high, R low.</summary>
    ImportantKeep,

    /// <summary>重要发展用户: R and M high, F low.</summary>
    ImportantDevelop,

    /// <summary>重要挽留用户: M high, R and F low.</summary>
    ImportantWinBack,

    /// <summary>一般价值用户: R and F high, M low.</summary>
    GeneralValue,

    /// <summary>一般保持用户: F high, R and M low.</summary>
    GeneralKeep,

    /// <summary>一般发展用户: R high, F and M low.</summary>
    GeneralDevelop,

    /// <summary>一般挽留用户: R, F and M low.</summary>
    GeneralWinBack,
}
