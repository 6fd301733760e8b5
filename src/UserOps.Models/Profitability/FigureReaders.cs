using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Binds the sources of a question to a dataset; each source gets a number, under which its faults are counted.</summary>
internal sealed class FigureReaders(CustomerProfitDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
{
    private readonly ImmutableArray<DefinitionIssue>.Builder _issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
    private readonly ImmutableArray<(EventMatches, AmountColumn?)>.Builder _events = ImmutableArray.CreateBuilder<(EventMatches, AmountColumn?)>();
    private readonly ImmutableArray<string>.Builder _paths = ImmutableArray.CreateBuilder<string>();

    /// <summary>Gets the places of the sources, by their number.</summary>
    internal ImmutableArray<string> Paths => _paths.ToImmutable();

    /// <summary>Gets the pass over the events, when everything is bound.</summary>
    /// <exception cref="InvalidDefinitionException">Something could not be bound; all of it is listed.</exception>
    internal ProfitEvents Finish()
    {
        InvalidDefinitionException.ThrowIfAny(_issues.ToImmutable());
        return new(data.Events, _events.ToImmutable(), PeriodStart.TicksOf(definition.From, context), context.AsOf.UtcTicks);
    }

    internal FigureReader Amount(AmountSource source, string path, ProfitLimit limit = ProfitLimit.None) => source switch
    {
        AmountForEverybody constant => Reader(path, (_, _) => constant.Amount, null, limit),
        AmountOfColumn column => AmountOf(column, path, limit),
        _ => AmountOf((AmountOfEvents)source, path, limit),
    };

    internal FigureReader[] Amounts(ImmutableArray<AmountSource> sources, string path, ProfitLimit limit = ProfitLimit.None)
        => [.. sources.Select((source, i) => Amount(source, FormattableString.Invariant($"{path}/{i}"), limit))];

    internal FigureReader Rate(RateSource source, string path, ProfitLimit limit = ProfitLimit.None) => source switch
    {
        RateForEverybody constant => Reader(path, (_, _) => constant.Rate, null, limit),
        _ => RateOf((RateOfColumn)source, path, limit),
    };

    /// <summary>Gives a line of the statement a number of its own, for faults that no single source has.</summary>
    internal int Line(string path)
    {
        _paths.Add(path);
        return _paths.Count - 1;
    }

    /// <summary>Gets the place of an activity among the sources of events.</summary>
    internal int Activity(ActivitySource activity, string path) => AddEvents(activity.Events, null, path + "/events");

    private FigureReader AmountOf(AmountOfColumn source, string path, ProfitLimit limit)
    {
        AmountColumn? column = data.Users.Columns.Find(source.Field, path + "/field", _issues);
        return Reader(path, (user, _) => column![user], source.Assume, limit);
    }

    private FigureReader AmountOf(AmountOfEvents source, string path, ProfitLimit limit)
    {
        AmountColumn? column = data.Events.Columns.Find(source.Field, path + "/field", _issues);
        int place = AddEvents(source.Events, column, path + "/events");
        int scale = column?.Scale ?? 0;
        return Reader(
            path,
            (_, scratch) => scratch.WithoutAmount[place] == 0
                ? DecimalUnits.ToDecimal(scratch.Units[place], scale)
                : DecimalUnits.ToDecimal(scratch.Units[place], scale) + scratch.WithoutAmount[place] * source.Assume,
            null,
            limit);
    }

    private FigureReader RateOf(RateOfColumn source, string path, ProfitLimit limit)
    {
        Func<int, ProfitScratch, decimal?> read = (_, _) => null;
        if (!data.Users.Columns.TryGet(source.Field, out Column? column))
        {
            _issues.Add(new("unknownField", path + "/field", $"There is no column '{source.Field}'."));
        }
        else if (column is QuantityColumn quantities)
        {
            read = (user, _) => quantities[user];
        }
        else if (column is NumberColumn numbers)
        {
            read = (user, _) => numbers[user] is { } number ? FigureReader.OfNumber(number) : null;
        }
        else
        {
            _issues.Add(new("typeMismatch", path + "/field", $"Column '{source.Field}' is of kind {column.Field.Kind}; a rate is a quantity or a number."));
        }

        return Reader(path, read, source.Assume, limit);
    }

    private FigureReader Reader(string path, Func<int, ProfitScratch, decimal?> read, decimal? assumed, ProfitLimit limit)
    {
        return new(Line(path), read, assumed, limit);
    }

    private int AddEvents(EventFilter filter, AmountColumn? amounts, string path)
    {
        try
        {
            _events.Add((EventMatches.Of(filter, data, context.Zone, path, run, cancellationToken), amounts));
        }
        catch (InvalidDefinitionException refusal)
        {
            _issues.AddRange(refusal.Issues);
        }

        return _events.Count - 1;
    }
}
