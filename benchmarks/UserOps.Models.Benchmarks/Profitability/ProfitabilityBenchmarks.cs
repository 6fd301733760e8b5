using BenchmarkDotNet.Attributes;
using UserOps.Models.Profitability;

namespace UserOps.Models.Benchmarks.Profitability;

/// <summary>Statements of eight lines: a million users and their five million events in a full run.</summary>
[MemoryDiagnoser]
public class ProfitabilityBenchmarks
{
    private static readonly AmountField Deposit = Field.Amount("deposit", "CNY", 2);
    private static readonly AmountField Loan = Field.Amount("loan", "CNY", 2);
    private static readonly string[] Names = ["visit", "call", "pay", "login"];
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CustomerProfitModel _model = new(new()
    {
        Terms = new() { Currency = "CNY", Period = AccrualPeriod.Months(3), CapitalChargeRate = 0.1m, TaxRate = 0.25m },
        Balances =
        [
            new() { Product = "deposit", Side = BalanceSide.Liability, AverageBalance = Deposit, CustomerRate = 0.015m, TransferRate = 0.025m },
            new() { Product = "loan", Side = BalanceSide.Asset, AverageBalance = new AmountOfColumn { Field = Loan, Assume = 0 }, CustomerRate = 0.12m, TransferRate = 0.03m },
        ],
        Activities = [new() { Activity = "visit", Events = "visit", UnitCost = 30 }, new() { Activity = "call", Events = "call", UnitCost = 12 }],
        Exposures = [new() { Product = "loan", DefaultProbability = "pd", LossGivenDefault = 0.45m, ExposureAtDefault = new AmountOfColumn { Field = Loan, Assume = 0 } }],
        AcquisitionCost = [5m],
        EconomicCapital = [100m],
    });

    private UserOpsDataset _data = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    private static EvaluationContext AtTheEnd => new() { AsOf = Start.AddDays(90), Zone = TimeZoneInfo.Utc };

    [GlobalSetup]
    public void Setup()
    {
        int users = Math.Max(1, BenchmarkSize.Rows / 10);
        int events = 5 * users;
        var random = new Xoshiro256(20261122);
        var ids = new long[events];
        var ticks = new long[events];
        var names = new ushort[events];
        for (int i = 0; i < events; i++)
        {
            ids[i] = random.NextInt32(users);
            ticks[i] = Start.UtcTicks + (long)((double)i / events * 90 * TimeSpan.TicksPerDay);
            names[i] = (ushort)random.NextInt32(Names.Length);
        }

        _data = new UserOpsDatasetBuilder()
            .AddUsers(Enumerable.Range(0, users), map => map.User(i => (long)i)
                .With(Deposit, i => i % 97 == 0 ? null : i % 100_003 / 4m)
                .With(Loan, i => i % 3 == 0 ? null : i % 50_021 / 2m)
                .With(Field.Number("pd"), i => i % 40 / 1000.0))
            .AddEvents(new EventColumns(ids, ticks).Names(names, Names))
            .Build();
    }

    [Benchmark]
    public decimal Statements() => _model.Evaluate(_data, AtTheEnd, new() { MaxDegreeOfParallelism = Threads }).Summary.Total.EconomicProfit;
}
