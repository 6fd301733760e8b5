namespace UserOps.Models;

/// <summary>The values of one field that a number of tests leave: those between two ends, and of a list if one was given.</summary>
/// <param name="kind">The kind of the field; not a set.</param>
internal sealed class ValueRange(FieldKind kind)
{
    private readonly HashSet<IComparable> _excluded = [];
    private HashSet<IComparable>? _listed;
    private (IComparable Value, bool Inclusive)? _low;
    private (IComparable Value, bool Inclusive)? _high;

    /// <summary>Gets a value indicating whether no value is left. Gaps between the values a field can hold are not looked for.</summary>
    internal bool IsEmpty => _listed is not null
        ? !_listed.Any(value => IsInside(value) && !_excluded.Contains(value))
        : _low is { } low && _high is { } high && (Compare(low.Value, high.Value) is var order && (order > 0
            || (order == 0 && (!low.Inclusive || !high.Inclusive || _excluded.Contains(low.Value)))));

    internal void Narrow(FieldRule test)
    {
        switch (test)
        {
            case EqualTo { Value: { } value }:
                KeepOnly([Typed(value)]);
                break;
            case NotEqualTo { Value: { } value }:
                _excluded.Add(Typed(value));
                break;
            case OneOf list:
                KeepOnly([.. list.Values.Select(Typed)]);
                break;
            case NoneOf list:
                _excluded.UnionWith(list.Values.Select(Typed));
                break;
            case GreaterThan { Value: { } value }:
                Raise(Typed(value), inclusive: false);
                break;
            case AtLeast { Value: { } value }:
                Raise(Typed(value), inclusive: true);
                break;
            case LessThan { Value: { } value }:
                Lower(Typed(value), inclusive: false);
                break;
            case AtMost { Value: { } value }:
                Lower(Typed(value), inclusive: true);
                break;
            case Between between:
                Raise(Typed(between.Low), between.LowInclusive);
                Lower(Typed(between.High), between.HighInclusive);
                break;
        }
    }

    // As the column compares: measured numbers with the nearest double, so that two decimals may be one value.
    private IComparable Typed(RuleValue value) => kind switch
    {
        FieldKind.Category => value.Text!,
        FieldKind.Flag => value.Flag!.Value,
        FieldKind.Instant => IsoTime.TicksOf(value.Text!),
        FieldKind.Date => IsoTime.DayNumberOf(value.Text!),
        FieldKind.Number => Threshold.NearestDouble(value.Number!.Value),
        _ => value.Number!.Value,
    };

    private void KeepOnly(HashSet<IComparable> values)
    {
        _listed = _listed is null ? values : [.. _listed.Where(values.Contains)];
    }

    private void Raise(IComparable value, bool inclusive)
    {
        if (_low is not { } low || Compare(value, low.Value) is var order && (order > 0 || (order == 0 && !inclusive)))
        {
            _low = (value, inclusive);
        }
    }

    private void Lower(IComparable value, bool inclusive)
    {
        if (_high is not { } high || Compare(value, high.Value) is var order && (order < 0 || (order == 0 && !inclusive)))
        {
            _high = (value, inclusive);
        }
    }

    private bool IsInside(IComparable value)
        => (_low is not { } low || Compare(value, low.Value) is var above && (above > 0 || (above == 0 && low.Inclusive)))
            && (_high is not { } high || Compare(value, high.Value) is var below && (below < 0 || (below == 0 && high.Inclusive)));

    private static int Compare(IComparable left, IComparable right)
        => left is string text ? string.CompareOrdinal(text, (string)right) : left.CompareTo(right);
}
