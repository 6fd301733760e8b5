namespace UserOps.Models;

/// <summary>Asks rules of one user, with the tests and judges that ask them of all.</summary>
/// <param name="data">The user alone.</param>
/// <param name="context">The instant and the zone of the evaluation.</param>
/// <param name="firstEvent">The index of the user's first event in the table the user is from.</param>
internal sealed class OneUser(UserOpsDataset data, EvaluationContext context, int firstEvent)
{
    /// <summary>The ordinal of the user.</summary>
    internal const int Ordinal = 0;

    private readonly UserRows _rows = new(data, context);
    private readonly Dictionary<string, bool?> _asked = new(StringComparer.Ordinal);

    internal UserOpsDataset Data => data;

    internal EvaluationContext Context => context;

    /// <summary>Gets the number of the local date of the evaluation.</summary>
    internal int Today => ReportingCalendar.Of(context).DayNumberOf(context.AsOf.UtcTicks);

    internal int FirstEvent => firstEvent;

    /// <summary>Asks a rule that others refer to.</summary>
    /// <param name="name">The name they know it by.</param>
    /// <param name="rule">Checked; what it refers to itself has been asked before.</param>
    internal void Ask(string name, SegmentRule rule) => _asked[name] = Holds(rule);

    /// <summary>Says whether a rule holds; null for unknown.</summary>
    internal bool? Holds(SegmentRule rule) => rule switch
    {
        AllOf all => All(all.Args.Select(Holds)),
        AnyOf any => Any(any.Args.Select(Holds)),
        Negation negation => !Holds(negation.Arg),
        Assumption assumption => Holds(assumption.Arg) ?? assumption.Value,
        InSegment reference => _asked[reference.Segment],
        EventRule events => JudgeOf(events).Judge(Seen(events.Window)),
        _ => _rows.Bind(rule).At(Ordinal, _rows.Count),
    };

    /// <summary>Says whether all hold; the operators of C# on three values are Kleene's.</summary>
    internal static bool? All(IEnumerable<bool?> answers) => answers.Aggregate((bool?)true, (all, one) => all & one);

    /// <summary>Says whether one holds.</summary>
    internal static bool? Any(IEnumerable<bool?> answers) => answers.Aggregate((bool?)false, (any, one) => any | one);

    /// <summary>Says whether a test of an attribute holds at another instant.</summary>
    internal bool? HoldsAt(FieldRule rule, DateTimeOffset asOf)
        => new UserRows(data, context with { AsOf = asOf }).Bind(rule).At(Ordinal, _rows.Count);

    internal EventJudge JudgeOf(EventRule rule) => EventTests.Judges(rule, data, context, new RunOptions(), CancellationToken.None)();

    internal SeenRows Seen(TimeWindow? window) => EventTests.SeenBy(Ordinal, data.Events, (window ?? TimeWindow.All).At(context), context.AsOf.UtcTicks);

    internal Column ColumnOf(string field) => data.Users.Columns.TryGet(field, out Column? column)
        ? column
        : throw new InvalidOperationException($"Column '{field}' was to be checked before.");
}
