using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Reads the nodes of one user after the other from the columns of a dataset.</summary>
internal sealed class CardCycleCard
{
    private readonly CardCycleDefinition _definition;
    private readonly Column[] _columns;
    private readonly int _today;
    private readonly CardCycleState[] _states;

    /// <param name="definition">Checked against the columns.</param>
    /// <param name="columns">Those of the users.</param>
    /// <param name="today">A day number.</param>
    internal CardCycleCard(CardCycleDefinition definition, ColumnSet columns, int today)
    {
        _definition = definition;
        _today = today;
        _states = new CardCycleState[definition.Nodes.Length];
        _columns = [.. definition.Nodes.Select(rule => columns.TryGet(rule.Field, out Column? column) ? column : throw new UnreachableException())];
    }

    /// <summary>Gets the nodes of the user read last, in the order of the definition.</summary>
    internal ReadOnlySpan<CardCycleState> States => _states;

    /// <summary>Gets the place of the current node: the first that holds; -1 for none. Known only where <see cref="IsCurrentKnown"/>.</summary>
    internal int Current { get; private set; }

    /// <summary>Gets a value indicating whether every node before the current one is known; without a current one, every node.</summary>
    internal bool IsCurrentKnown { get; private set; }

    /// <summary>Reads a user.</summary>
    internal void Read(int ordinal)
    {
        for (int i = 0; i < _states.Length; i++)
        {
            CardCycleNodeRule rule = _definition.Nodes[i];
            _states[i] = _columns[i].IsMissing(ordinal)
                ? rule.MissingIsNever ? CardCycleState.NeverHolds : CardCycleState.Unknown
                : ValueOf(_columns[i], ordinal) is { } value ? CardCycleState.Of(rule, value, _today) : CardCycleState.Unknown;
        }

        Current = Array.FindIndex(_states, state => state.Holds);
        int before = Current < 0 ? _states.Length : Current;
        IsCurrentKnown = _states.AsSpan(0, before).IndexOf(CardCycleState.Unknown) < 0;
    }

    private static int? ValueOf(Column column, int ordinal) => column switch
    {
        DateColumn dates => dates.DayNumbers[ordinal],
        NumberColumn numbers => DayOf(numbers.Values[ordinal]),
        QuantityColumn quantities => DayOf(quantities.Units[ordinal], DecimalUnits.PowerOfTen(quantities.Scale)),
        _ => throw new UnreachableException($"{column.Field.Kind} was to be refused."),
    };

    /// <summary>What is no day of a month is an error of the data, not a missing date: nothing is known.</summary>
    private static int? DayOf(double value) => value is >= 1 and <= MonthlyDayTests.LongestMonth && value == Math.Truncate(value) ? (int)value : null;

    private static int? DayOf(long units, long one) => units >= one && units <= MonthlyDayTests.LongestMonth * one && units % one == 0 ? (int)(units / one) : null;
}
