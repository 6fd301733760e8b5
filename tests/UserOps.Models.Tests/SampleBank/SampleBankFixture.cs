using UserOps.Samples;

namespace UserOps.Models.Tests.Samples;

/// <summary>The default sample, made once for all tests of a class.</summary>
public sealed class SampleBankFixture
{
    public SampleBank Bank { get; } = SampleBank.Create();
}
