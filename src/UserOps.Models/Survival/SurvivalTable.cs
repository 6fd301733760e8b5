using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>
/// How long each row lasted and whether its end was seen: the input of every survival model. Checked once, immutable, sorted at most once,
/// shared freely between threads.
/// </summary>
/// <remarks>
/// A row is at risk at time t when entry &lt; t &lt;= time. At equal times events come before censorings: who is censored at t was at risk at t.
/// The order of rows has no influence on any result but the order of per-row output.
/// </remarks>
public sealed class SurvivalTable
{
    private readonly Lazy<SortedRows> _byTime;
    private readonly Lazy<SortedRows?> _byEntry;
    private readonly SurvivalColumns _columns;

    /// <summary>Takes ready columns.</summary>
    /// <param name="columns">The columns; their arrays are kept, not copied.</param>
    /// <exception cref="ArgumentNullException">The columns are null.</exception>
    /// <exception cref="InvalidSurvivalDataException">The columns cannot be used; every fault is in <c>Issues</c>. No rows are a fault too.</exception>
    public SurvivalTable(SurvivalColumns columns)
        : this([], columns)
    {
    }

    /// <summary>Takes columns and the faults that were found while they were read.</summary>
    internal SurvivalTable(ImmutableArray<SurvivalDataIssue> found, SurvivalColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ImmutableArray<SurvivalDataIssue> issues = [.. found, .. SurvivalChecks.Check(columns)];
        if (!issues.IsEmpty)
        {
            throw new InvalidSurvivalDataException(issues);
        }

        _columns = columns;
        EventCount = columns.Events.AsSpan().Count(true);
        CovariateNames = [.. SurvivalChecks.OrNone(columns.Covariates).Select(covariate => covariate.Name)];
        _byTime = new(() => SortedRows.ByTime(Times, Events));
        _byEntry = new(() => HasEntries ? SortedRows.ByEntry(Entries) : null);
    }

    /// <summary>Gets the number of rows; at least 1.</summary>
    public int Count => _columns.Times.Length;

    /// <summary>Gets the number of rows whose end was seen; the others are censored.</summary>
    public int EventCount { get; }

    /// <summary>Gets how long each row was seen: shape [rows]; zero or more.</summary>
    public ReadOnlySpan<double> Times => _columns.Times.AsSpan();

    /// <summary>Gets whether the end of each row was seen: shape [rows].</summary>
    public ReadOnlySpan<bool> Events => _columns.Events.AsSpan();

    /// <summary>Gets since when each row is at risk, that instant excluded: shape [rows]; empty when all rows are from the start.</summary>
    public ReadOnlySpan<double> Entries => _columns.Entries.IsDefault ? default : _columns.Entries.AsSpan();

    /// <summary>Gets how many each row stands for: shape [rows]; empty when each stands for one.</summary>
    public ReadOnlySpan<double> Weights => _columns.Weights.IsDefault ? default : _columns.Weights.AsSpan();

    /// <summary>Gets what curves are drawn by and tests compare; null for one group.</summary>
    public SurvivalLabels? Groups => _columns.Groups;

    /// <summary>Gets within what tests and regressions compare; null for one stratum.</summary>
    public SurvivalLabels? Strata => _columns.Strata;

    /// <summary>Gets why each row ended, -1 where it is censored; null where all ends are of one kind.</summary>
    public SurvivalLabels? Causes => _columns.Causes;

    /// <summary>Gets the names of the covariates in the order given.</summary>
    public ImmutableArray<string> CovariateNames { get; }

    /// <summary>Gets a value indicating whether rows have entries.</summary>
    internal bool HasEntries => !_columns.Entries.IsDefault;

    /// <summary>Gets a value indicating whether rows have weights.</summary>
    internal bool HasWeights => !_columns.Weights.IsDefault;

    /// <summary>Gets the rows by time, events first at equal times; sorted on first use, once.</summary>
    internal SortedRows ByTime => _byTime.Value;

    /// <summary>Gets the rows by entry; null without entries. Sorted on first use, once.</summary>
    internal SortedRows? ByEntry => _byEntry.Value;

    /// <summary>Gets the values of a covariate: shape [rows].</summary>
    /// <param name="index">0 to the number of <see cref="CovariateNames"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such covariate.</exception>
    public ReadOnlySpan<double> Covariate(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, CovariateNames.Length);
        return _columns.Covariates[index].Values.AsSpan();
    }

    /// <summary>Takes times and endings alone: one group, no entries, no weights.</summary>
    /// <param name="times">Shape [rows]; zero or more, finite. Copied.</param>
    /// <param name="events">Shape [rows]; true where the end was seen. Copied.</param>
    /// <exception cref="InvalidSurvivalDataException">The columns cannot be used; every fault is in <c>Issues</c>.</exception>
    public static SurvivalTable Of(ReadOnlySpan<double> times, ReadOnlySpan<bool> events) => new(new() { Times = [.. times], Events = [.. events] });

    /// <summary>Reads any rows.</summary>
    /// <typeparam name="TRow">The caller's row.</typeparam>
    /// <param name="rows">The rows; read once.</param>
    /// <param name="map">Says where time, ending and the other columns are found in a row; time and ending are required.</param>
    /// <exception cref="ArgumentException">The map has no time or no ending, or names a column twice.</exception>
    /// <exception cref="InvalidSurvivalDataException">The rows cannot be used; every fault is in <c>Issues</c>. A missing value is one.</exception>
    public static SurvivalTable FromRows<TRow>(IEnumerable<TRow> rows, Action<SurvivalMap<TRow>> map)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(map);
        var reader = new SurvivalMap<TRow>();
        map(reader);
        return reader.Read(rows);
    }
}
