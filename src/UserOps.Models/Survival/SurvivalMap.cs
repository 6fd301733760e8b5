using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Says where the columns of survival data are found in a caller's row. A null is a missing value, which is refused with its row.</summary>
/// <typeparam name="TRow">The caller's row.</typeparam>
public sealed class SurvivalMap<TRow>
{
    private readonly List<(string Name, Func<TRow, double?> Value)> _covariates = [];
    private Func<TRow, double?>? _time;
    private Func<TRow, bool?>? _event;
    private Func<TRow, double?>? _entry;
    private Func<TRow, double?>? _weight;
    private Func<TRow, string?>? _cause;
    private LabelReader? _group;
    private LabelReader? _stratum;

    internal SurvivalMap()
    {
    }

    private delegate SurvivalLabels LabelReader(IReadOnlyList<TRow> rows);

    /// <summary>Says how long a row was seen; required.</summary>
    /// <param name="time">Zero or more, finite, in one unit of the caller's choice.</param>
    /// <exception cref="ArgumentException">It was said before.</exception>
    public SurvivalMap<TRow> Time(Func<TRow, double?> time) => Set(ref _time, time, nameof(time));

    /// <summary>Says whether the end was seen; required.</summary>
    /// <param name="ended">True for an end, false for a row still going on when last seen.</param>
    /// <exception cref="ArgumentException">It was said before.</exception>
    public SurvivalMap<TRow> Event(Func<TRow, bool?> ended) => Set(ref _event, ended, nameof(ended));

    /// <summary>Says since when a row was watched; from the start where it is not said.</summary>
    /// <param name="entry">Finite, less than the time.</param>
    /// <exception cref="ArgumentException">It was said before.</exception>
    public SurvivalMap<TRow> Entry(Func<TRow, double?> entry) => Set(ref _entry, entry, nameof(entry));

    /// <summary>Says how many a row stands for; 1 where it is not said.</summary>
    /// <param name="weight">1e-100 to 1e100.</param>
    /// <exception cref="ArgumentException">It was said before.</exception>
    public SurvivalMap<TRow> Weight(Func<TRow, double?> weight) => Set(ref _weight, weight, nameof(weight));

    /// <summary>Says which group a row is of; texts ascend ordinally.</summary>
    /// <param name="group">A label.</param>
    /// <exception cref="ArgumentException">It was said before.</exception>
    public SurvivalMap<TRow> Group(Func<TRow, string?> group) => Set(ref _group, TextsOf(group), nameof(group));

    /// <summary>Says which group a row is of; numbers ascend by value.</summary>
    /// <param name="group">A number as label.</param>
    /// <exception cref="ArgumentException">It was said before.</exception>
    public SurvivalMap<TRow> Group(Func<TRow, double?> group) => Set(ref _group, NumbersOf(group), nameof(group));

    /// <summary>Says which stratum a row is of; texts ascend ordinally.</summary>
    /// <param name="stratum">A label.</param>
    /// <exception cref="ArgumentException">It was said before.</exception>
    public SurvivalMap<TRow> Stratum(Func<TRow, string?> stratum) => Set(ref _stratum, TextsOf(stratum), nameof(stratum));

    /// <summary>Says which stratum a row is of; numbers ascend by value.</summary>
    /// <param name="stratum">A number as label.</param>
    /// <exception cref="ArgumentException">It was said before.</exception>
    public SurvivalMap<TRow> Stratum(Func<TRow, double?> stratum) => Set(ref _stratum, NumbersOf(stratum), nameof(stratum));

    /// <summary>Says why a row ended.</summary>
    /// <param name="cause">A label; null exactly where the end was not seen.</param>
    /// <exception cref="ArgumentException">It was said before.</exception>
    public SurvivalMap<TRow> Cause(Func<TRow, string?> cause) => Set(ref _cause, cause, nameof(cause));

    /// <summary>Adds a number that may explain the times.</summary>
    /// <param name="name">What results call it; one of a kind.</param>
    /// <param name="value">Finite.</param>
    public SurvivalMap<TRow> Covariate(string name, Func<TRow, double?> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        _covariates.Add((name, value));
        return this;
    }

    /// <summary>Reads the rows into a checked table.</summary>
    internal SurvivalTable Read(IEnumerable<TRow> rows)
    {
        Func<TRow, double?> time = _time ?? throw new ArgumentException("The map says nothing of the time.", nameof(rows));
        Func<TRow, bool?> ended = _event ?? throw new ArgumentException("The map says nothing of the event.", nameof(rows));
        IReadOnlyList<TRow> list = rows as IReadOnlyList<TRow> ?? [.. rows];
        return new SurvivalTable(MissingEvents(list, ended), new()
        {
            Times = ValuesOf(list, time),
            Events = [.. list.Select(row => ended(row).GetValueOrDefault())],
            Entries = _entry is null ? default : ValuesOf(list, _entry),
            Weights = _weight is null ? default : ValuesOf(list, _weight),
            Groups = _group?.Invoke(list),
            Strata = _stratum?.Invoke(list),
            Causes = _cause is null ? null : TextsOf(_cause)(list),
            Covariates = [.. _covariates.Select(covariate => new SurvivalCovariate(covariate.Name, ValuesOf(list, covariate.Value)))],
        });
    }

    // A column of flags has no room for a missing one, so it is found here, before the table looks at the rest.
    private static ImmutableArray<SurvivalDataIssue> MissingEvents(IReadOnlyList<TRow> rows, Func<TRow, bool?> ended)
    {
        int first = -1;
        int count = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            if (ended(rows[row]) is null)
            {
                first = count++ == 0 ? row : first;
            }
        }

        return count == 0 ? [] : [new("missing", "event", first, count, "Whether the end was seen is missing.")];
    }

    private static ImmutableArray<double> ValuesOf(IReadOnlyList<TRow> rows, Func<TRow, double?> value) => [.. rows.Select(row => value(row) ?? double.NaN)];

    private static LabelReader TextsOf(Func<TRow, string?> label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return rows => SurvivalLabels.Of([.. rows.Select(label)]);
    }

    private static LabelReader NumbersOf(Func<TRow, double?> label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return rows => SurvivalLabels.Of([.. ValuesOf(rows, label)]);
    }

    private SurvivalMap<TRow> Set<TReader>(ref TReader? slot, TReader reader, string column)
        where TReader : Delegate
    {
        ArgumentNullException.ThrowIfNull(reader, column);
        if (slot is not null)
        {
            throw new ArgumentException($"The map says twice where the {column} is.", column);
        }

        slot = reader;
        return this;
    }
}
