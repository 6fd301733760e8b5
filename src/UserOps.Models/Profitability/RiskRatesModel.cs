using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>How much fraud is stopped, and how much debt is bad; checked when built, immutable, shared freely between threads.</summary>
public sealed class RiskRatesModel
{
    /// <summary>Initializes a new instance of the <see cref="RiskRatesModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public RiskRatesModel(RiskRatesDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(RiskRatesRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public RiskRatesDefinition Definition { get; }

    /// <summary>Counts fraud and adds up debt.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts and sums; rates over nothing have no value.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent, of another kind or in another currency.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public RiskRates Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        RiskRates rates = new()
        {
            Definition = Definition,
            Context = context,
            Interception = default,
            Debtors = 0,
            LeftOut = 0,
            Bad = 0,
            Outstanding = 0,
            UnknownEvents = [],
        };
        rates = WithDebt(rates, data);
        rates = WithFraud(rates, data, run, cancellationToken);
        run?.Progress?.Report(1);
        return rates;
    }

    private RiskRates WithFraud(RiskRates rates, UserOpsDataset data, RunOptions? run, CancellationToken cancellationToken)
    {
        if (Definition is not { Fraud: { } fraud, Caught: { } stopped })
        {
            return rates;
        }

        TimeZoneInfo zone = rates.Context.Zone;
        EventMatches frauds = EventMatches.Of(fraud, data, zone, "/fraud", run, cancellationToken);
        EventMatches caught = EventMatches.Of(stopped, data, zone, "/caught", run, cancellationToken);
        long fromTicks = PeriodStart.TicksOf(Definition.From, rates.Context);
        long asOfTicks = rates.Context.AsOf.UtcTicks;
        EventTable events = data.Events;
        (long Caught, long All)[] parts = UserRange.Each(
            events.Offsets,
            run is null ? null : new RunOptions { MaxDegreeOfParallelism = run.MaxDegreeOfParallelism },
            range =>
            {
                long all = 0;
                long both = 0;
                for (int row = events.Offsets[range.From]; row < events.Offsets[range.To]; row++)
                {
                    long ticks = events.UtcTicks[row];
                    if (ticks >= fromTicks && ticks <= asOfTicks && frauds.Contains(events.CodeAt(row), row))
                    {
                        all++;
                        both += caught.Contains(events.CodeAt(row), row) ? 1 : 0;
                    }
                }

                return (both, all);
            },
            cancellationToken);
        return rates with
        {
            Interception = new(parts.Sum(part => part.Caught), parts.Sum(part => part.All)),
            UnknownEvents = [.. frauds.UnknownNames.Concat(caught.UnknownNames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private RiskRates WithDebt(RiskRates rates, UserOpsDataset data)
    {
        if (Definition is not { Outstanding: { } outstanding, Bad: { } bad })
        {
            return rates;
        }

        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        AmountColumn? owed = data.Users.Columns.Find(outstanding, "/outstanding", issues);
        AmountColumn? lost = data.Users.Columns.Find(bad, "/bad", issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Int128 owedUnits = 0;
        Int128 lostUnits = 0;
        long debtors = 0;
        long leftOut = 0;
        for (int user = 0; user < data.Directory.Count; user++)
        {
            if (owed!.IsMissing(user) || lost!.IsMissing(user))
            {
                leftOut += owed.IsMissing(user) && lost!.IsMissing(user) ? 0 : 1;
                continue;
            }

            debtors++;
            owedUnits += owed.Units[user];
            lostUnits += lost.Units[user];
        }

        return rates with
        {
            Debtors = debtors,
            LeftOut = leftOut,
            Bad = DecimalUnits.ToDecimal(lostUnits, lost!.Scale),
            Outstanding = DecimalUnits.ToDecimal(owedUnits, owed!.Scale),
        };
    }
}
