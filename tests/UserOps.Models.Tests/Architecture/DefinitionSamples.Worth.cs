using UserOps.Models.Profitability;
using UserOps.Models.Rfm;
using UserOps.Models.Stratification;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Architecture;

/// <content>Of the rooms that say what users are worth.</content>
internal static partial class DefinitionSamples
{
    private static PurchaseHistoryDefinition Purchases => new()
    {
        Purchases = Paid,
        Unit = new(CalendarUnit.Day, 7),
        Amount = Field.Amount("amount", "CNY"),
        Refunds = EventFilter.Named("refund"),
        End = new(2026, 3, 31),
    };

    private static RevenueDefinition Revenue => new()
    {
        Events = Paid,
        Amount = Field.Amount("amount", "CNY", 2),
        Refunds = "refund",
        Cost = Field.Amount("cost", "CNY", 2),
        GrossMargin = 0.25m,
    };

    private static object[] OfWorth() =>
    [
        Purchases,
        new CalibrationHoldoutDefinition { History = Purchases, CalibrationEnd = new(2026, 1, 31) },
        new CustomerLifetimeValueDefinition { Periods = 12, PeriodLength = 4.345, DiscountRate = 0.01, Margin = 0.3 },
        new GammaGammaOptions { NonPositiveSpends = NonPositiveSpend.LeaveOut, Tolerance = 1e-8, MaximumIterations = 50 },
        new GammaGammaParameters
        {
            Version = 1,
            P = 6.25,
            Q = 3.74,
            V = 15.44,
            Currency = "USD",
            Evidence = new() { LogLikelihood = -4055.9, Customers = 946, LogCovariance = [0.1, 0.2] },
        },
        new CustomerProfitDefinition
        {
            Terms = new() { Currency = "CNY", Period = AccrualPeriod.Months(3), CapitalChargeRate = 0.1m, TaxRate = 0.25m },
            From = new DateOnly(2026, 1, 1),
            Balances =
            [
                new() { Product = "loan", Side = BalanceSide.Asset, AverageBalance = new AmountOfColumn { Field = Field.Amount("loan", "CNY", 2), Assume = 0 }, CustomerRate = new RateOfColumn { Field = "rate", Assume = 0.05m }, TransferRate = 0.03m },
            ],
            Fees = [new AmountOfEvents { Events = Paid, Field = Field.Amount("amount", "CNY"), Assume = 0 }],
            Interchange = [new AmountForEverybody { Name = "cards", Amount = 2.5m }],
            Activities = [new() { Activity = "call", Events = Paid, UnitCost = 12.5m }],
            Exposures = [new() { Product = "loan", DefaultProbability = "pd", LossGivenDefault = 0.45m, ExposureAtDefault = Field.Amount("loan", "CNY", 2) }],
            OtherExpectedLoss = [1.5m],
            BenefitCost = [3.5m],
            AcquisitionCost = [4.5m],
            EconomicCapital = [5.5m],
        },
        new ActivityCostDefinition { Currency = "CNY", Pools = [new() { Id = "branch", Cost = 100, Driver = "visits", PracticalCapacity = 40 }] },
        new RiskRatesDefinition
        {
            Fraud = Paid, Caught = EventFilter.Named("stopped"), From = Noon, Outstanding = Field.Amount("owed", "CNY"), Bad = Field.Amount("bad", "CNY"),
        },
        new ProductHoldingDefinition { Products = [new() { Name = "card", Holds = Channel.Is("app"), Opened = "open", Closed = Paid }], Threshold = 3 },
        new CustomerAccounts
        {
            Balances = [new() { Product = "loan", Side = BalanceSide.Asset, AverageBalance = 100, CustomerRate = 0.05m, TransferRate = 0.03m }],
            Fees = 1,
            Interchange = 2,
            Activities = [new() { Activity = "call", Count = 3, UnitCost = 12 }],
            Exposures = [new() { Product = "loan", DefaultProbability = 0.02m, LossGivenDefault = 0.45m, ExposureAtDefault = 100 }],
            OtherExpectedLoss = 4,
            BenefitCost = 5,
            AcquisitionCost = 6,
            EconomicCapital = 7,
        },
        new ParetoDefinition { TopFractions = [0.1m, 0.2m], TargetShares = [0.5m] },
        new LorenzDefinition { MaximumPoints = 11 },
        new WhaleCurveDefinition { MaximumPoints = 11 },
        new PyramidDefinition
        {
            Id = "classes",
            Name = Name,
            Basis = PyramidBasis.ValueShares,
            Ties = PyramidTies.Together,
            Rounding = PyramidRounding.Down,
            Currency = "CNY",
            Tiers = [new() { Id = "A", Name = Name, Bound = 0.5m }],
        },
        new BetaGeometricOptions { Variant = BetaGeometricVariant.AfterEveryPurchase, Regularity = 2, Penalty = 0.01, Tolerance = 1e-7, MaximumIterations = 20 },
        new NegativeBinomialOptions { Tolerance = 1e-7, MaximumIterations = 20 },
        new RevenuePerUserDefinition { Active = Paid, Revenue = Revenue, Unit = CalendarUnit.Week, FirstPeriod = Noon, Periods = 3, Breakdown = Channel },
        new CohortLifetimeValueDefinition
        {
            Acquisition = "register", Revenue = Revenue, Unit = CalendarUnit.Week, FirstCohort = new DateOnly(2026, 3, 1), Cohorts = 3, Periods = 4, Breakdown = Channel,
        },
        new ChannelEconomicsDefinition
        {
            Acquisition = "register", Channel = Channel, Revenue = Revenue, From = new(2026, 3, 1), To = new(2026, 3, 31), Window = TimeSpan.FromDays(30), AgeLength = TimeSpan.FromDays(7), Ages = 4, Spend = [new("app", 12.5m)],
        },
        new UnitEconomicsDefinition
        {
            AcquisitionCost = 12.5m, MarginPerPeriod = [5m, 6m], GrossMargin = 0.5m, Retention = [1m, 0.5m], DiscountRate = 0.01m, Timing = MarginTiming.AfterOnePeriod,
        },
        new ShiftedBetaGeometricParameters { Version = 1, Alpha = 0.5, Beta = 2.5, Evidence = new() { LogLikelihood = -9.5, Customers = 1000, LogCovariance = [0.5] } },
        new RfmDefinition
        {
            Purchases = Paid,
            Amount = Field.Amount("amount", "CNY", 2),
            Monetary = new RfmAssets { Field = Field.Amount("assets", "CNY", 2) },
            Frequency = RfmFrequency.Purchases,
            From = new DateOnly(2026, 3, 1),
            LastDays = 30,
            Refunds = "refund",
            RefundPolicy = RfmRefundPolicy.Ignore,
            Reversals = new() { Events = "reverse", Order = Channel },
            RecencyScoring = new() { Bins = 4, Thresholds = [7] },
            FrequencyScoring = new() { Bins = 3, Thresholds = [2] },
            MonetaryScoring = new() { Method = RfmScoringMethod.Thresholds, Bins = 2, Thresholds = [100] },
            LengthScoring = new() { Bins = 2, Thresholds = [30] },
            Weights = new() { Recency = 2 },
            Split = new() { Method = RfmSplitMethod.Median },
            Labels = new() { GeneralDevelop = RfmLabel.Dormant },
            Segments = RfmSegmentTables.RecencyFrequency,
            Cuts = new()
            {
                Recency = new() { Cuts = [10], LowerIsBetter = true },
                Frequency = new() { Cuts = [2] },
                Monetary = new() { Cuts = [100] },
                Length = new() { Cuts = [30] },
                Split = new() { Recency = 10, Frequency = 2, Monetary = 100 },
            },
        },
        new RfmAxisScoring { Method = RfmScoringMethod.Ntile, Bins = 4, Thresholds = [1.5m] },
        new RfmBoundaries { Cuts = [1.5m, 2m], PassedWhenEqual = true, LowerIsBetter = true },
        new RfmSplit
        {
            Method = RfmSplitMethod.Given,
            Given = new() { Recency = 30, Frequency = 2.5m, Monetary = 99.99m },
            EqualToCut = RfmCutSide.Low,
        },
        new RfmLabelRule { ImportantKeep = RfmLabel.Potential, GeneralWinBack = RfmLabel.Potential },
        new RfmWeights { Recency = 0.5m, Frequency = 0.3m, Monetary = 0.2m },
        new RfmSegmentTable
        {
            Id = "bank",
            Version = 2,
            Bins = 4,
            Segments = [new() { Id = "best", Name = Name, Recency = new(4, 4), Frequency = new(3, 4), Monetary = new(1, 4), FrequencyMonetary = new(2.5m, 4) }],
            Else = new() { Id = "others", Name = Name, Recency = new(4, 4), Frequency = new(3, 4), Monetary = new(1, 4), FrequencyMonetary = new(2.5m, 4) },
        },
        new ParetoNbdOptions { Tolerance = 1e-7, MaximumIterations = 20 },
        new ParetoNbdParameters
        {
            Version = 1,
            R = 0.5,
            Alpha = 10.5,
            S = 0.75,
            Beta = 11.5,
            Unit = new(CalendarUnit.Day, 7),
            Evidence = new() { LogLikelihood = -9.5, Customers = 3, LogCovariance = [0.5] },
        },
        new BetaGeometricBetaBernoulliOptions { Tolerance = 1e-7, MaximumIterations = 20 },
        new BetaGeometricBetaBernoulliParameters
        {
            Version = 1,
            Alpha = 1.25,
            Beta = 0.75,
            Gamma = 0.5,
            Delta = 2.75,
            Unit = new(CalendarUnit.Month),
            Evidence = new() { LogLikelihood = -9.5, Customers = 3, LogCovariance = [0.5] },
        },
        new BetaGeometricParameters
        {
            Version = 1,
            Variant = BetaGeometricVariant.AfterEveryPurchase,
            Regularity = 2,
            R = 0.25,
            Alpha = 4.5,
            A = 0.75,
            B = 2.5,
            Unit = new(CalendarUnit.Day, 7),
            Evidence = new() { LogLikelihood = -9.5, Customers = 3, LogCovariance = [0.5] },
        },
        new NegativeBinomialParameters
        {
            Version = 1,
            R = 0.25,
            Alpha = 4.5,
            Unit = new(CalendarUnit.Day, 7),
            Evidence = new() { LogLikelihood = -9.5, Customers = 3, LogCovariance = [0.5] },
        },
    ];
}
