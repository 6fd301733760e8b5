using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>Who went from which stage to which between two instants: a matrix of counts, from which the rates follow. JSON round-trip, mergeable.</summary>
/// <remarks>
/// Only the two instants are looked at: who left a stage and came back in between stayed. Users new in between are the row
/// <see cref="LifecycleState.Absent"/>, users no longer there the column of that name; who is absent at both instants is in no count.
/// </remarks>
public sealed partial record LifecycleTransitions
{
    /// <summary>Gets what was asked at both instants.</summary>
    public required LifecycleDefinition Definition { get; init; }

    /// <summary>Gets the first instant.</summary>
    public required EvaluationContext From { get; init; }

    /// <summary>Gets the second instant; the zone and the first day of the week are those of the first.</summary>
    public required EvaluationContext To { get; init; }

    /// <summary>Gets one row per place, in the order of <see cref="States"/>.</summary>
    public required ImmutableArray<LifecycleTransitionRow> Rows { get; init; }

    /// <summary>Gets the places: the stages in the order of the definition, unassigned, absent.</summary>
    [JsonIgnore]
    public ImmutableArray<LifecycleState> States => LifecycleStates.Of(Definition);

    /// <summary>Gets the wake-up rate (唤醒率): of the users who were dormant, those who are now in introduction, growth or maturity.</summary>
    /// <remarks>By the kinds of the stages; a stage of no kind is neither. Without a value where nobody was dormant.</remarks>
    [JsonIgnore]
    public Ratio WakeUpRate => RateOfKinds(from => from == LifecycleStage.Dormant, to => to is LifecycleStage.Introduction or LifecycleStage.Growth or LifecycleStage.Maturity);

    /// <summary>Gets the recall rate (召回率): of the users who were churned, those who are now in a stage of another kind.</summary>
    /// <remarks>
    /// Dormant counts as back: who was churned and is dormant now has been active in between. By the kinds of the stages; a stage of no kind does not
    /// count as back. Without a value where nobody was churned. It says nothing of what brought them back.
    /// </remarks>
    [JsonIgnore]
    public Ratio RecallRate => RateOfKinds(from => from == LifecycleStage.Churned, to => to is not null and not LifecycleStage.Churned);

    /// <summary>Counts the transitions between two evaluations.</summary>
    /// <param name="from">The earlier one.</param>
    /// <param name="to">The later one, of the same definition and zone, over the same dataset or one that grew out of it.</param>
    /// <exception cref="ArgumentNullException">A result is null.</exception>
    /// <exception cref="ArgumentException">The definitions, zones or first days of the week differ, the second is not later, or the users are others.</exception>
    public static LifecycleTransitions Between(LifecycleResult from, LifecycleResult to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.Definition != to.Definition)
        {
            throw new ArgumentException("The results answer different definitions; nobody goes from one to the other.", nameof(to));
        }

        if (from.Context.AsOf >= to.Context.AsOf || from.Context != to.Context with { AsOf = from.Context.AsOf })
        {
            throw new ArgumentException("The second result must be of a later instant, in the same zone and with the same first day of the week.", nameof(to));
        }

        if (!from.Users.Data.Directory.IsSameOrEarlierStateOf(to.Users.Data.Directory))
        {
            throw new ArgumentException("The results are of different datasets; the second one must be the first, or have grown out of it by Append.", nameof(to));
        }

        return Of(from.Definition, from.Context, to.Context, from.Users.Staged.Codes, to.Users.Staged.Codes);
    }

    /// <summary>Joins the transitions of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One matrix.</param>
    /// <param name="b">The other, of the same definition and instants.</param>
    /// <returns>What the users of both together give.</returns>
    /// <exception cref="ArgumentNullException">A matrix is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static LifecycleTransitions Merge(LifecycleTransitions a, LifecycleTransitions b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        LifecycleMerging.RequireSameQuestion((a.Definition, a.From), (b.Definition, b.From), nameof(b));
        LifecycleMerging.RequireSameQuestion((a.Definition, a.To), (b.Definition, b.To), nameof(b));
        return a with { Rows = [.. a.Rows.Zip(b.Rows, (x, y) => x with { Users = [.. x.Users.Zip(y.Users, (left, right) => left + right)] })] };
    }

    /// <summary>Gets how many users went from one place to another.</summary>
    /// <param name="from">Where they were; <see cref="LifecycleState.Absent"/> for new users.</param>
    /// <param name="to">Where they are.</param>
    /// <exception cref="ArgumentException">The definition has no such stage.</exception>
    public long Users(LifecycleState from, LifecycleState to) => Rows[IndexOf(from, nameof(from))].Users[IndexOf(to, nameof(to))];

    /// <summary>Gets the share of the users of one place who went to another; the shares of a row add up to 1.</summary>
    /// <param name="from">Where they were; <see cref="LifecycleState.Absent"/> for new users.</param>
    /// <param name="to">Where they are.</param>
    /// <returns>Without a value where nobody was at <paramref name="from"/>.</returns>
    /// <exception cref="ArgumentException">The definition has no such stage.</exception>
    public Ratio Rate(LifecycleState from, LifecycleState to) => new(Users(from, to), Rows[IndexOf(from, nameof(from))].Users.Sum());

    /// <inheritdoc/>
    public bool Equals(LifecycleTransitions? other) => other is not null
        && Definition == other.Definition
        && From == other.From
        && To == other.To
        && ListEquality.Equal(Rows, other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, From, To, ListEquality.Hash(Rows));

    internal static LifecycleTransitions Of(
        LifecycleDefinition definition, EvaluationContext from, EvaluationContext to, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var pairs = new long[256 * 256];
        LifecycleKernels.CountPairs(before, after, pairs);
        pairs[(LifecycleDefaults.Absent << 8) | LifecycleDefaults.Absent] = 0;
        byte[] codes = LifecycleStates.Codes(definition);
        return new()
        {
            Definition = definition,
            From = from,
            To = to,
            Rows =
            [
                .. codes.Select(row => new LifecycleTransitionRow
                {
                    From = LifecycleStates.StateOf(row, definition),
                    Users = [.. codes.Select(column => pairs[(row << 8) | column])],
                }),
            ],
        };
    }

    private int IndexOf(LifecycleState state, string parameterName) => state.Kind switch
    {
        LifecycleStateKind.Unassigned => Definition.Stages.Length,
        LifecycleStateKind.Absent => Definition.Stages.Length + 1,
        _ => LifecycleStates.IndexOf(state.Stage, Definition, parameterName),
    };

    private Ratio RateOfKinds(Func<LifecycleStage?, bool> isFrom, Func<LifecycleStage?, bool> isTo)
    {
        (long reached, long all) = (0, 0);
        for (int row = 0; row < Definition.Stages.Length; row++)
        {
            if (isFrom(Definition.Stages[row].Kind))
            {
                all += Rows[row].Users.Sum();
                reached += Rows[row].Users.Take(Definition.Stages.Length).Where((_, column) => isTo(Definition.Stages[column].Kind)).Sum();
            }
        }

        return new(reached, all);
    }
}
