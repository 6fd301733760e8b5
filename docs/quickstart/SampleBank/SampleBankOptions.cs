namespace UserOps.Samples;

/// <summary>How large the sample is and which chance it follows.</summary>
public sealed record SampleBankOptions
{
    /// <summary>The most users of one sample; beyond it events would no longer fit one array.</summary>
    public const int MaximumUsers = 2_000_000;

    /// <summary>The longest period of one sample.</summary>
    public const int MaximumDays = 366;

    /// <summary>Gets the number of registered users; one more in fifty visits without registering. 0 to <see cref="MaximumUsers"/>. Events: about 50 a user at 90 days.</summary>
    public int Users { get; init; } = 20_000;

    /// <summary>Gets the first local day with events.</summary>
    public DateOnly FirstDay { get; init; } = new(2026, 1, 1);

    /// <summary>Gets the number of local days; 1 to <see cref="MaximumDays"/>.</summary>
    public int Days { get; init; } = 90;

    /// <summary>Gets the seed: the same seed and size give the same rows, byte for byte, on every machine.</summary>
    public int Seed { get; init; } = 2026;
}
