using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>A question about profit, bound to one dataset and context: works out the figures of a user.</summary>
internal sealed class CustomerProfitPlan
{
    private readonly (FigureReader Balance, FigureReader CustomerRate, FigureReader TransferRate)[] _balances;
    private readonly (int Source, decimal UnitCost)[] _activities;
    private readonly (FigureReader Probability, FigureReader Severity, FigureReader Exposure)[] _exposures;
    private readonly (int Figure, FigureReader[] Sources)[] _amounts;
    private readonly ProfitEvents _events;

    /// <exception cref="InvalidDefinitionException">A column is absent, of another kind or in another currency.</exception>
    internal CustomerProfitPlan(
        CustomerProfitDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        Definition = definition;
        Data = data;
        Context = context;
        Seen = SeenUsers.At(context, data);
        var readers = new FigureReaders(definition, data, context, run, cancellationToken);
        _balances = [.. definition.Balances.Select((balance, i) => (
            readers.Amount(balance.AverageBalance, At($"/balances/{i}/averageBalance")),
            readers.Rate(balance.CustomerRate, At($"/balances/{i}/customerRate")),
            readers.Rate(balance.TransferRate, At($"/balances/{i}/transferRate"))))];
        _activities = [.. definition.Activities.Select((activity, i) => (readers.Activity(activity, At($"/activities/{i}")), activity.UnitCost))];
        _exposures = [.. definition.Exposures.Select((exposure, i) => (
            readers.Rate(exposure.DefaultProbability, At($"/exposures/{i}/defaultProbability"), ProfitLimit.Share),
            readers.Rate(exposure.LossGivenDefault, At($"/exposures/{i}/lossGivenDefault"), ProfitLimit.Share),
            readers.Amount(exposure.ExposureAtDefault, At($"/exposures/{i}/exposureAtDefault"), ProfitLimit.NotNegative)))];
        _amounts =
        [
            (StatementLayout.Fees, readers.Amounts(definition.Fees, "/fees")),
            (StatementLayout.Interchange, readers.Amounts(definition.Interchange, "/interchange")),
            (StatementLayout.OtherExpectedLoss, readers.Amounts(definition.OtherExpectedLoss, "/otherExpectedLoss")),
            (StatementLayout.BenefitCost, readers.Amounts(definition.BenefitCost, "/benefitCost")),
            (StatementLayout.AcquisitionCost, readers.Amounts(definition.AcquisitionCost, "/acquisitionCost")),
            (StatementLayout.EconomicCapital, readers.Amounts(definition.EconomicCapital, "/economicCapital", ProfitLimit.NotNegative)),
        ];
        _events = readers.Finish();
        GapPaths = readers.Paths;
        Layout = new(
            [.. definition.Balances.Select(balance => (balance.Product, balance.Side))],
            [.. definition.Activities.Select(activity => activity.Activity)],
            [.. definition.Exposures.Select(exposure => exposure.Product)]);
    }

    internal CustomerProfitDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    /// <summary>Gets the users who were there at 'as of'.</summary>
    internal UserSet Seen { get; }

    internal StatementLayout Layout { get; }

    /// <summary>Gets the places of the sources, by the number under which a fault is noted.</summary>
    internal ImmutableArray<string> GapPaths { get; }

    internal ImmutableArray<string> UnknownEvents => _events.UnknownNames;

    internal ProfitScratch NewScratch() => new(Layout.Length, _events.Sources);

    /// <summary>Works out the figures of a user.</summary>
    /// <returns>False where a value is missing or cannot be; the scratch says which, and the figures mean nothing.</returns>
    internal bool TryFigures(int user, ProfitScratch scratch)
    {
        scratch.Clear();
        _events.Read(user, scratch);
        AccrualPeriod period = Definition.Terms.Period;
        Span<decimal> figures = scratch.Figures;
        foreach ((int figure, FigureReader[] sources) in _amounts)
        {
            foreach (FigureReader source in sources)
            {
                figures[figure] += ProfitabilityKernels.Line(source.Read(user, scratch));
            }
        }

        for (int i = 0; i < _balances.Length; i++)
        {
            (FigureReader balance, FigureReader customerRate, FigureReader transferRate) = _balances[i];
            StatementOfAccounts.AddInterest(
                figures[StatementLayout.BalanceAt(i)..], balance.Read(user, scratch), customerRate.Read(user, scratch), transferRate.Read(user, scratch), period);
        }

        for (int i = 0; i < _activities.Length; i++)
        {
            StatementOfAccounts.AddActivity(figures[Layout.ActivityAt(i)..], scratch.Counts[_activities[i].Source], _activities[i].UnitCost);
        }

        for (int i = 0; i < _exposures.Length; i++)
        {
            (FigureReader probability, FigureReader severity, FigureReader exposure) = _exposures[i];
            StatementOfAccounts.AddExposure(
                figures[Layout.ExposureAt(i)..], probability.Read(user, scratch), severity.Read(user, scratch), exposure.Read(user, scratch), period);
        }

        Layout.Close(Definition.Terms, figures);
        return scratch.Gaps.Count == 0;
    }

    private static string At(FormattableString path) => FormattableString.Invariant(path);
}
