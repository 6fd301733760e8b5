namespace UserOps.Models.Benchmarks;

/// <summary>How much a benchmark reads: ten million rows, or few in the smoke, which only shows that nothing is missing or broken.</summary>
internal static class BenchmarkSize
{
    // The environment, because a full run measures in processes of its own.
    private const string SmokeVariable = "USEROPS_BENCHMARK_SMOKE";

    /// <summary>Gets the number of events, or of users where there are no events.</summary>
    internal static int Rows => Environment.GetEnvironmentVariable(SmokeVariable) == "1" ? 20_000 : 10_000_000;

    /// <summary>Makes everything small from here on.</summary>
    internal static void AskForSmoke() => Environment.SetEnvironmentVariable(SmokeVariable, "1");
}
