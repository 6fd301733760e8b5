using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Finds what can be asked but hardly says what was meant.</summary>
/// <remarks>
/// <c>alwaysTrue</c> and <c>alwaysFalse</c> are never claimed wrongly, and not always found. What is looked at: empty lists of operands and of
/// values; an operand and its negation; bounds, lists and missing values of one field under one <c>and</c>; counts against numbers no count
/// can be; windows in which no event is seen yet; tests of events that no event passes. Other segments are not opened.
/// </remarks>
internal sealed class RuleWarnings
{
    private readonly HashSet<string> _faulty;
    private readonly List<SegmentIssue> _found = [];

    private RuleWarnings(HashSet<string> faulty) => _faulty = faulty;

    /// <param name="rule">The rule.</param>
    /// <param name="fields">What it names.</param>
    /// <param name="errors">Nothing is said of nodes in which one lies.</param>
    internal static IEnumerable<SegmentIssue> Find(SegmentRule rule, RuleFieldSource fields, ImmutableArray<SegmentIssue> errors)
    {
        var warnings = new RuleWarnings([.. errors.SelectMany(error => RuleValidation.PrefixesOf(error.Path))]);
        warnings.OutcomesOf(rule, "", fields, 1);
        return warnings._found;
    }

    private RuleOutcomes OutcomesOf(SegmentRule? rule, string path, RuleFieldSource fields, int depth)
    {
        if (rule is null || depth > SegmentDefaults.MaximumDepth)
        {
            return RuleOutcomes.Any;
        }

        RuleOutcomes outcomes = rule switch
        {
            AllOf all => Operands(all.Args, path, fields, depth, isAll: true),
            AnyOf any => Operands(any.Args, path, fields, depth, isAll: false),
            Negation negation => Negated(OutcomesOf(negation.Arg, path + "/arg", fields, depth + 1)),
            Assumption assumption => Settled(OutcomesOf(assumption.Arg, path + "/arg", fields, depth + 1), assumption.Value),
            EventRule events => LeafOutcomes.Of(rule, PassNobody(events, path, fields, depth)),
            _ when _faulty.Contains(path) => RuleOutcomes.Any,
            _ => LeafOutcomes.Of(rule, isNobody: false),
        };
        if (_faulty.Contains(path))
        {
            return RuleOutcomes.Any;
        }

        Tell(rule, outcomes, path, fields);
        return outcomes;
    }

    private RuleOutcomes Operands(ImmutableArray<SegmentRule> args, string path, RuleFieldSource fields, int depth, bool isAll)
    {
        if (args.IsDefault)
        {
            return RuleOutcomes.Any;
        }

        RuleOutcomes some = RuleOutcomes.None;
        RuleOutcomes every = RuleOutcomes.Any;
        for (int i = 0; i < args.Length; i++)
        {
            RuleOutcomes one = OutcomesOf(args[i], $"{path}/args/{i}", fields, depth + 2);
            some |= one;
            every &= one | RuleOutcomes.Unknown;
        }

        // What settles the whole can come from one operand; what it is otherwise has to come from all of them.
        (RuleOutcomes settles, RuleOutcomes otherwise) = isAll ? (RuleOutcomes.False, RuleOutcomes.True) : (RuleOutcomes.True, RuleOutcomes.False);
        RuleOutcomes outcomes = (some & (settles | RuleOutcomes.Unknown)) | (every & otherwise);
        return !_faulty.Contains(path) && Conflict(args, fields, isAll) ? outcomes & ~otherwise : outcomes;
    }

    private static bool Conflict(ImmutableArray<SegmentRule> args, RuleFieldSource fields, bool isAll)
        => RuleConflicts.HasComplements(args) || (isAll && RuleConflicts.HasEmptyField(args, fields.Find));

    /// <summary>Says whether the test of a counted event can be true of none.</summary>
    private bool PassNobody(EventRule rule, string path, RuleFieldSource fields, int depth)
    {
        switch (rule)
        {
            case CountingRule counting:
                return IsNever(counting.Event, counting.Where, path + "/where", depth + 1);
            case EventSequence { Steps.IsDefault: false } sequence:
                bool isNobody = false;
                for (int i = 0; i < sequence.Steps.Length; i++)
                {
                    isNobody |= IsNever(sequence.Steps[i]?.Event, sequence.Steps[i]?.Where, $"{path}/steps/{i}/where", depth + 3);
                }

                return isNobody;
            case DidThenNot missed:
                IsNever(missed.Then, missed.ThenWhere, path + "/thenWhere", depth + 1);
                return IsNever(missed.First, missed.FirstWhere, path + "/firstWhere", depth + 1);
            default:
                return false;
        }

        bool IsNever(string? name, SegmentRule? where, string place, int level)
            => where is not null && fields.HasEvents && !OutcomesOf(where, place, fields.PropertiesOf(name ?? ""), level).HasFlag(RuleOutcomes.True);
    }

    private void Tell(SegmentRule rule, RuleOutcomes outcomes, string path, RuleFieldSource fields)
    {
        if (outcomes == RuleOutcomes.True)
        {
            Warn("alwaysTrue", path, "This is true of everyone.");
        }
        else if (!outcomes.HasFlag(RuleOutcomes.True))
        {
            Warn("alwaysFalse", path, outcomes == RuleOutcomes.False
                ? "This is true of nobody."
                : "This is true of nobody: it is false, or unknown where a value is missing.");
        }

        if (rule is MembershipRule { Values.IsEmpty: true })
        {
            Warn("emptyList", path + "/values", "The list holds nothing.");
        }

        if (rule is ComparisonRule { OtherField: { } other } pair && fields.UnitOf is { } unitOf
            && unitOf(pair.Field) is { } unit && unitOf(other) is { } otherUnit && unit != otherUnit)
        {
            Warn("unitMismatch", path + "/otherField", $"'{other}' is in {otherUnit}, '{pair.Field}' in {unit}.");
        }
    }

    private void Warn(string code, string path, string message)
        => _found.Add(new() { Code = code, Severity = SegmentIssueSeverity.Warning, Path = path, Message = message });

    private static RuleOutcomes Negated(RuleOutcomes outcomes)
        => (outcomes & RuleOutcomes.Unknown)
            | (outcomes.HasFlag(RuleOutcomes.True) ? RuleOutcomes.False : RuleOutcomes.None)
            | (outcomes.HasFlag(RuleOutcomes.False) ? RuleOutcomes.True : RuleOutcomes.None);

    private static RuleOutcomes Settled(RuleOutcomes outcomes, bool value)
        => (outcomes & RuleOutcomes.Known) | (!outcomes.HasFlag(RuleOutcomes.Unknown) ? RuleOutcomes.None : value ? RuleOutcomes.True : RuleOutcomes.False);
}
