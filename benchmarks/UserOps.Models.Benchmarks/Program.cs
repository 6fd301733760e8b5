using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using UserOps.Models.Benchmarks;

// "--smoke" runs every benchmark once, small and in this process, and fails if one is missing or broken; anything else is BenchmarkDotNet's own.
if (args is not ["--smoke", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

BenchmarkSize.AskForSmoke();
IConfig smoke = ManualConfig.CreateEmpty()
    .AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance))
    .AddLogger(new ConsoleLogger())
    .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
    .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);
Summary[] summaries = [.. BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(["--filter", "*"], smoke)];
int reports = summaries.Sum(summary => summary.Reports.Length);
int broken = summaries.Sum(summary => summary.Reports.Count(report => !report.Success));
int refused = summaries.Count(summary => summary.HasCriticalValidationErrors);
Console.WriteLine($"Benchmark smoke: {reports} reports, {broken} broken, {refused} refused.");
return reports > 0 && broken == 0 && refused == 0 ? 0 : 1;
