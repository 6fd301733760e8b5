using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>A profile that is being put together, column by column.</summary>
internal sealed class ProfileDraft(AudienceProfileDefinition definition, UserSet users, RunOptions? run, CancellationToken cancellationToken)
{
    private readonly ImmutableArray<FieldDistribution>.Builder _distributions = ImmutableArray.CreateBuilder<FieldDistribution>();
    private readonly ImmutableArray<NumberProfile>.Builder _numbers = ImmutableArray.CreateBuilder<NumberProfile>();
    private readonly ImmutableArray<AmountProfile>.Builder _amounts = ImmutableArray.CreateBuilder<AmountProfile>();
    private readonly ImmutableArray<TimeProfile<DateOnly>>.Builder _dates = ImmutableArray.CreateBuilder<TimeProfile<DateOnly>>();
    private readonly ImmutableArray<TimeProfile<DateTimeOffset>>.Builder _instants = ImmutableArray.CreateBuilder<TimeProfile<DateTimeOffset>>();

    internal void Add(Column column)
    {
        switch (column)
        {
            case NumberColumn numbers:
                _numbers.Add(ProfileOf(numbers));
                break;
            case AmountColumn amounts:
                _amounts.Add(ProfileOf(column, amounts.Currency, amounts.Scale, Known(column, ordinal => amounts.Units[ordinal])));
                break;
            case QuantityColumn quantities:
                _amounts.Add(ProfileOf(column, null, quantities.Scale, Known(column, ordinal => quantities.Units[ordinal])));
                break;
            case DateColumn dates:
                _dates.Add(ProfileOf(column, Known(column, ordinal => (long)dates.DayNumbers[ordinal]), day => DateOnly.FromDayNumber((int)day)));
                break;
            case InstantColumn instants:
                _instants.Add(ProfileOf(column, Known(column, ordinal => instants.UtcTicks[ordinal]), ticks => new DateTimeOffset(ticks, TimeSpan.Zero)));
                break;
            default:
                _distributions.Add(DistributionOf(LabelSource.TryOf(column)!));
                break;
        }
    }

    internal AudienceProfile ToProfile() => new()
    {
        Summary = new()
        {
            Definition = definition,
            Members = users.Count,
            Uncertain = 0,
            Distributions = _distributions.ToImmutable(),
            Totals = [.. _amounts.Select(amount => amount.Total)],
        },
        Numbers = _numbers.ToImmutable(),
        Amounts = _amounts.ToImmutable(),
        Dates = _dates.ToImmutable(),
        Instants = _instants.ToImmutable(),
    };

    private FieldDistribution DistributionOf(LabelSource source)
    {
        LabelCounts counts = source.Count(users, run, cancellationToken);
        return new()
        {
            Field = source.Name,
            IsMultiValued = source.IsMultiValued,
            Known = users.Count - counts.Missing,
            Missing = counts.Missing,
            Values = FieldDistribution.InOrder(source.Labels.Select((label, code) => new PortraitCount(label, counts.Counts[code])).Where(value => value.Count > 0)),
        };
    }

    private NumberProfile ProfileOf(NumberColumn column)
    {
        double[] sorted = Known(column, ordinal => column.Values[ordinal]);
        return new()
        {
            Field = column.Field.Name,
            Known = sorted.Length,
            Missing = users.Count - sorted.Length,
            Mean = OrEmpty(sorted, () => sorted.Sum() / sorted.Length),
            Minimum = OrEmpty(sorted, () => sorted[0]),
            Maximum = OrEmpty(sorted, () => sorted[^1]),
            Quantiles = sorted.Length == 0 ? [] : [.. definition.Probabilities.Select(probability =>
                new ProfileQuantile<double>(probability, Quantiles.OfSorted(sorted, (double)probability, definition.Quantile)))],
        };
    }

    private AmountProfile ProfileOf(Column column, string? currency, int scale, long[] sorted)
    {
        Int128 sum = 0;
        foreach (long units in sorted)
        {
            sum += units;
        }

        return new()
        {
            Total = new()
            {
                Field = column.Field.Name,
                Currency = currency,
                Known = sorted.Length,
                Missing = users.Count - sorted.Length,
                Sum = DecimalUnits.ToDecimal(sum, scale),
                Minimum = OrEmpty(sorted, () => DecimalUnits.ToDecimal(sorted[0], scale)),
                Maximum = OrEmpty(sorted, () => DecimalUnits.ToDecimal(sorted[^1], scale)),
            },
            Quantiles = sorted.Length == 0 ? [] : [.. definition.Probabilities.Select(probability =>
                new ProfileQuantile<decimal>(probability, QuantileOf(sorted, scale, probability)))],
        };
    }

    private decimal QuantileOf(long[] sorted, int scale, decimal probability)
    {
        QuantilePosition position = QuantilePosition.Of(sorted.Length, (double)probability, definition.Quantile);
        decimal low = DecimalUnits.ToDecimal(sorted[position.Index], scale);
        decimal weight = (decimal)position.Weight;
        return weight == 0 ? low : low * (1 - weight) + DecimalUnits.ToDecimal(sorted[position.Index + 1], scale) * weight;
    }

    private TimeProfile<T> ProfileOf<T>(Column column, long[] sorted, Func<long, T> valueOf)
        where T : struct
        => new()
        {
            Field = column.Field.Name,
            Known = sorted.Length,
            Missing = users.Count - sorted.Length,
            Earliest = OrEmpty(sorted, () => valueOf(sorted[0])),
            Median = OrEmpty(sorted, () => valueOf(sorted[(sorted.Length - 1) / 2])),
            Latest = OrEmpty(sorted, () => valueOf(sorted[^1])),
        };

    private T[] Known<T>(Column column, Func<int, T> valueAt)
    {
        T[] values = [.. users.Where(ordinal => !column.IsMissing(ordinal)).Select(valueAt)];
        Array.Sort(values);
        return values;
    }

    private static Measure<T> OrEmpty<TValue, T>(TValue[] values, Func<T> number)
        where T : struct
        => values.Length == 0 ? UndefinedReason.EmptyPopulation : number();
}
