using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>A question about profit, bound to one dataset and context: works out the figures of a user.</summary>
internal sealed class CustomerProfitPlan
{
    private readonly (int Gap, Action<int, ProfitScratch> Add)[] _lines;
    private readonly (int Gap, Action<int, ProfitScratch> Add) _close;
    private readonly int[] _gapOfFigure;
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
        Layout = StatementLayout.Of(definition);
        _gapOfFigure = new int[Layout.Length];
        var lines = new List<(int, Action<int, ProfitScratch>)>();
        lines.AddRange(StatementLayout.Items(definition).Select(part => Amounts(readers, part.Item, part.Sources, part.Path)));
        lines.AddRange(definition.Balances.Select((balance, i) => Interest(readers, balance, At($"/balances/{i}"), StatementLayout.BalanceAt(i))));
        lines.AddRange(definition.Activities.Select((activity, i) => Activity(readers, activity, At($"/activities/{i}"), Layout.ActivityAt(i))));
        lines.AddRange(definition.Exposures.Select((exposure, i) => Exposure(readers, exposure, At($"/exposures/{i}"), Layout.ExposureAt(i))));
        _lines = [.. lines];
        _close = Line(readers, "/terms", StatementLayout.Tax, 2, (_, scratch) => Layout.Close(definition.Terms, scratch.Figures));
        _events = readers.Finish();
        GapPaths = readers.Paths;
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
        foreach ((int Gap, Action<int, ProfitScratch> Add) line in _lines)
        {
            Try(line, user, scratch);
        }

        NoteFigures(scratch);
        if (scratch.Gaps.Count == 0)
        {
            Try(_close, user, scratch);
            NoteFigures(scratch);
        }

        return scratch.Gaps.Count == 0;
    }

    // One absurd rate is the fault of one user, not of everybody's report.
    private static void Try((int Gap, Action<int, ProfitScratch> Add) line, int user, ProfitScratch scratch)
    {
        try
        {
            line.Add(user, scratch);
        }
        catch (OverflowException)
        {
            scratch.Note(line.Gap, ProfitGapReason.OutOfRange);
        }
    }

    private void NoteFigures(ProfitScratch scratch)
    {
        for (int figure = 0; figure < scratch.Figures.Length; figure++)
        {
            if (Math.Abs(scratch.Figures[figure]) > ProfitabilityDefaults.MostFigure)
            {
                scratch.Note(_gapOfFigure[figure], ProfitGapReason.OutOfRange);
            }
        }
    }

    private (int Gap, Action<int, ProfitScratch> Add) Amounts(FigureReaders readers, ProfitItem item, ImmutableArray<AmountSource> sources, string path)
    {
        FigureReader[] amounts = readers.Amounts(sources, path, item == ProfitItem.EconomicCapital ? ProfitLimit.NotNegative : ProfitLimit.None);
        int[] places = [.. sources.Select(source => Layout.AmountAt(Layout.Amounts.IndexOf((item, source.LineName))))];
        (int Gap, Action<int, ProfitScratch> Add) line = Line(readers, path, (int)item, 1, (user, scratch) =>
        {
            for (int i = 0; i < amounts.Length; i++)
            {
                decimal amount = ProfitabilityKernels.Line(amounts[i].Read(user, scratch));
                scratch.Figures[(int)item] += amount;
                scratch.Figures[places[i]] += amount;
            }
        });
        foreach (int place in places)
        {
            _gapOfFigure[place] = line.Gap;
        }

        return line;
    }

    private (int Gap, Action<int, ProfitScratch> Add) Interest(FigureReaders readers, BalanceSource source, string path, int at)
    {
        FigureReader balance = readers.Amount(source.AverageBalance, path + "/averageBalance");
        FigureReader customerRate = readers.Rate(source.CustomerRate, path + "/customerRate");
        FigureReader transferRate = readers.Rate(source.TransferRate, path + "/transferRate");
        return Line(readers, path, at, 3, (user, scratch) => StatementOfAccounts.AddInterest(
            scratch.Figures.AsSpan(at), balance.Read(user, scratch), customerRate.Read(user, scratch), transferRate.Read(user, scratch), Definition.Terms.Period));
    }

    private (int Gap, Action<int, ProfitScratch> Add) Activity(FigureReaders readers, ActivitySource source, string path, int at)
    {
        int events = readers.Activity(source, path);
        return Line(readers, path, at, 2, (_, scratch) => StatementOfAccounts.AddActivity(scratch.Figures.AsSpan(at), scratch.Counts[events], source.UnitCost));
    }

    private (int Gap, Action<int, ProfitScratch> Add) Exposure(FigureReaders readers, ExposureSource source, string path, int at)
    {
        FigureReader probability = readers.Rate(source.DefaultProbability, path + "/defaultProbability", ProfitLimit.Share);
        FigureReader severity = readers.Rate(source.LossGivenDefault, path + "/lossGivenDefault", ProfitLimit.Share);
        FigureReader exposure = readers.Amount(source.ExposureAtDefault, path + "/exposureAtDefault", ProfitLimit.NotNegative);
        return Line(readers, path, at, 2, (user, scratch) => StatementOfAccounts.AddExposure(
            scratch.Figures.AsSpan(at), probability.Read(user, scratch), severity.Read(user, scratch), exposure.Read(user, scratch), Definition.Terms.Period));
    }

    private (int Gap, Action<int, ProfitScratch> Add) Line(FigureReaders readers, string path, int at, int figures, Action<int, ProfitScratch> add)
    {
        int gap = readers.Line(path);
        _gapOfFigure.AsSpan(at, figures).Fill(gap);
        return (gap, add);
    }

    private static string At(FormattableString path) => FormattableString.Invariant(path);
}
