namespace UserOps.Models;

/// <summary>In which periods each user was active: users end to end, the periods of a user ascending, each once. Immutable.</summary>
internal sealed class UserPeriods
{
    private readonly int[] _offsets;
    private readonly int[] _numbers;
    private readonly int[] _counts;

    /// <param name="offsets">Shape [users + 1].</param>
    /// <param name="numbers">Shape [entries].</param>
    /// <param name="counts">Shape [entries].</param>
    internal UserPeriods(int[] offsets, int[] numbers, int[] counts)
    {
        _offsets = offsets;
        _numbers = numbers;
        _counts = counts;
    }

    /// <summary>Gets where the periods of each user start: shape [users + 1].</summary>
    internal ReadOnlySpan<int> Offsets => _offsets;

    /// <summary>Gets the periods: shape [entries]; day numbers as <see cref="DateOnly.DayNumber"/>, or places in a <see cref="PeriodTable"/>.</summary>
    internal ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>Gets how many events counted in each: shape [entries]; at least 1.</summary>
    internal ReadOnlySpan<int> Counts => _counts;

    /// <summary>Finds the periods of a table in which each user was active.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="filter">Which events count.</param>
    /// <param name="table">The periods.</param>
    /// <param name="context">As of when, and in which zone. Later events are not seen.</param>
    /// <param name="path">RFC 6901 pointer of the filter in its definition, for issues.</param>
    /// <param name="run">Threads; nobody is told of the progress.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    /// <returns>Numbers are places in the table; all that lies before its first period is one entry of number -1, what lies after the last is left out.</returns>
    /// <remarks>Days, weeks and months come from <see cref="UserDays"/>, hours from the instants.</remarks>
    /// <exception cref="InvalidDefinitionException">The filter names a column that is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static UserPeriods Of(
        UserOpsDataset data, EventFilter filter, PeriodTable table, EvaluationContext context, string path, RunOptions? run, CancellationToken cancellationToken)
    {
        if (table.Unit == CalendarUnit.Hour)
        {
            EventMatches matches = EventMatches.Of(filter, data, context.Zone, path, run, cancellationToken);
            return UserPeriodBuilder.Read(data.Events, matches, new TableReading(data.Events, table, context.AsOf.UtcTicks), run, cancellationToken);
        }

        return UserPeriodBuilder.Join(UserDays.Of(data, filter, context, path, run, cancellationToken), table, run, cancellationToken);
    }
}
