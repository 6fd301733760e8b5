using UserOps.Models.Profitability;

namespace UserOps.Models.Tests.Profitability;

/// <summary>A seeded bank of customers with holes in their data, a question about their profit, and the plainest way to answer it.</summary>
internal sealed class BankCustomers
{
    internal static readonly AmountField Deposit = Field.Amount("deposit", "CNY", 2);
    internal static readonly AmountField Loan = Field.Amount("loan", "CNY", 2);
    internal static readonly AmountField Capital = Field.Amount("capital", "CNY", 2);
    internal static readonly AmountField Fee = Field.Amount("fee", "CNY", 4);
    private static readonly QuantityField LoanRate = Field.Quantity("loan_rate", 6);
    private static readonly NumberField DefaultProbability = Field.Number("pd");
    private static readonly DateTimeOffset Start = new(2025, 12, 20, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly string[] Names = ["visit", "call", "pay", "login"];

    internal BankCustomers(int users, long seed)
    {
        var random = new Xoshiro256(seed);
        People = [.. Enumerable.Range(0, users).Select(i => new Person(
            $"c{i:000}",
            random.NextInt32(20) == 0 ? null : random.NextInt32(10_000_000) / 100m,
            random.NextInt32(3) == 0 ? null : random.NextInt32(9_000_000) / 100m,
            random.NextInt32(2) == 0 ? null : random.NextInt32(180_000) / 1_000_000m,
            random.NextInt32(15) == 0 ? null : random.NextInt32(25) == 0 ? 1.5 : random.NextInt32(100) / 1000.0,
            random.NextInt32(4) == 0 ? null : random.NextInt32(500_000) / 100m))];
        Events = [.. Enumerable.Range(0, users * 12).Select(_ => new Happening(
            $"c{random.NextInt32(users):000}",
            Start.AddHours(random.NextInt32(115 * 24)),
            Names[random.NextInt32(Names.Length)],
            random.NextInt32(150) == 0 ? null : random.NextInt32(90_000) / 10_000m))];
        Data = new UserOpsDatasetBuilder()
            .AddUsers(People, map => map.User(row => row.Id).With(Deposit, row => row.Deposit).With(Loan, row => row.Loan)
                .With(LoanRate, row => row.LoanRate).With(DefaultProbability, row => row.DefaultProbability).With(Capital, row => row.Capital))
            .AddEvents(Events, map => map.User(row => row.User).At(row => row.At).Name(row => row.Name).With(Fee, row => row.Fee))
            .Build();
    }

    internal static EvaluationContext AtTheEnd { get; } = EvaluationContext.AtEndOf(new(2026, 3, 31), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    internal static CustomerProfitDefinition Question { get; } = new()
    {
        Terms = new() { Currency = "CNY", Period = AccrualPeriod.Months(3), CapitalChargeRate = 0.1m, TaxRate = 0.25m },
        From = new DateOnly(2026, 1, 1),
        Balances =
        [
            new() { Product = "deposit", Side = BalanceSide.Liability, AverageBalance = Deposit, CustomerRate = 0.01513m, TransferRate = 0.0257m },
            new()
            {
                Product = "loan",
                Side = BalanceSide.Asset,
                AverageBalance = new AmountOfColumn { Field = Loan, Assume = 0 },
                CustomerRate = new RateOfColumn { Field = "loan_rate", Assume = 0.05m },
                TransferRate = 0.03m,
            },
        ],
        Fees = [new AmountOfEvents { Events = "pay", Field = Fee }],
        Activities = [new() { Activity = "visit", Events = "visit", UnitCost = 30 }, new() { Activity = "call", Events = "call", UnitCost = 12.05m }],
        Exposures = [new() { Product = "loan", DefaultProbability = "pd", LossGivenDefault = 0.45m, ExposureAtDefault = new AmountOfColumn { Field = Loan, Assume = 0 } }],
        AcquisitionCost = [new AmountForEverybody { Name = "onboarding", Amount = 5.5m }],
        EconomicCapital = [new AmountOfColumn { Field = Capital, Assume = 0 }],
    };

    internal Person[] People { get; }

    internal Happening[] Events { get; }

    internal UserOpsDataset Data { get; }

    /// <summary>Answers for one customer from the rows as they are; null where a value is missing or cannot be.</summary>
    internal CustomerProfitStatement? TwinOf(Person person)
    {
        Happening[] mine = [.. Events.Where(e => e.User == person.Id && e.At >= new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)) && e.At <= AtTheEnd.AsOf)];
        Happening[] paid = [.. mine.Where(e => e.Name == "pay")];
        if (person.Deposit is not { } deposit || person.DefaultProbability is not { } probability || probability > 1 || paid.Any(e => e.Fee is null))
        {
            return null;
        }

        decimal loan = person.Loan ?? 0;
        return CustomerProfitStatement.Of(
            new()
            {
                Balances =
                [
                    new() { Product = "deposit", Side = BalanceSide.Liability, AverageBalance = deposit, CustomerRate = 0.01513m, TransferRate = 0.0257m },
                    new() { Product = "loan", Side = BalanceSide.Asset, AverageBalance = loan, CustomerRate = person.LoanRate ?? 0.05m, TransferRate = 0.03m },
                ],
                Fees = paid.Sum(e => e.Fee!.Value),
                Activities =
                [
                    new() { Activity = "visit", Count = mine.Count(e => e.Name == "visit"), UnitCost = 30 },
                    new() { Activity = "call", Count = mine.Count(e => e.Name == "call"), UnitCost = 12.05m },
                ],
                Exposures = [new() { Product = "loan", DefaultProbability = (decimal)probability, LossGivenDefault = 0.45m, ExposureAtDefault = loan }],
                AcquisitionCost = 5.5m,
                EconomicCapital = person.Capital ?? 0,
            },
            Question.Terms) with
        {
            Amounts =
            [
                new() { Item = ProfitItem.Fees, Name = "fee", Amount = paid.Sum(e => e.Fee!.Value) },
                new() { Item = ProfitItem.AcquisitionCost, Name = "onboarding", Amount = 5.5m },
                new() { Item = ProfitItem.EconomicCapital, Name = "capital", Amount = person.Capital ?? 0 },
            ],
        };
    }

    internal sealed record Person(string Id, decimal? Deposit, decimal? Loan, decimal? LoanRate, double? DefaultProbability, decimal? Capital);

    internal sealed record Happening(string User, DateTimeOffset At, string Name, decimal? Fee);
}
