namespace UserOps.Models;

/// <summary>Finds operands that speak against each other.</summary>
internal static class RuleConflicts
{
    /// <summary>Says whether one operand is the negation of another.</summary>
    internal static bool HasComplements(IEnumerable<SegmentRule> operands)
    {
        var all = operands.ToHashSet();
        return all.Any(operand => all.Contains(ComplementOf(operand)));
    }

    /// <summary>Says whether tests of one field cannot all be true of one value.</summary>
    /// <param name="operands">Operands of one <c>and</c>, those of an <c>and</c> among them included.</param>
    /// <param name="find">Finds the fields.</param>
    internal static bool HasEmptyField(IEnumerable<SegmentRule> operands, Func<string, Field?> find)
        => Flat(operands).OfType<FieldRule>().GroupBy(test => test.Field, StringComparer.Ordinal).Any(tests => IsEmpty(tests, find(tests.Key)));

    private static bool IsEmpty(IEnumerable<FieldRule> tests, Field? field)
    {
        bool needsValue = tests.Any(test => test is not (IsMissing or IsPresent));
        if (needsValue && tests.Any(test => test is IsMissing))
        {
            return true; // of a missing value every other test is unknown
        }

        if (field is null or { Kind: FieldKind.Set })
        {
            return false;
        }

        var range = new ValueRange(field.Kind);
        foreach (FieldRule test in tests)
        {
            range.Narrow(test);
        }

        return range.IsEmpty;
    }

    private static IEnumerable<SegmentRule> Flat(IEnumerable<SegmentRule> operands)
        => operands.SelectMany(operand => operand is AllOf all ? Flat(all.Args) : [operand]);

    private static SegmentRule ComplementOf(SegmentRule rule) => rule switch
    {
        Negation negation => negation.Arg,
        IsMissing test => new IsPresent { Field = test.Field },
        IsPresent test => new IsMissing { Field = test.Field },
        OneOf test => new NoneOf { Field = test.Field, Values = test.Values },
        NoneOf test => new OneOf { Field = test.Field, Values = test.Values },
        ContainsAny test => new ContainsNone { Field = test.Field, Values = test.Values },
        ContainsNone test => new ContainsAny { Field = test.Field, Values = test.Values },
        EqualTo test => new NotEqualTo { Field = test.Field, Value = test.Value, OtherField = test.OtherField, Currency = test.Currency },
        NotEqualTo test => new EqualTo { Field = test.Field, Value = test.Value, OtherField = test.OtherField, Currency = test.Currency },
        LessThan test => new AtLeast { Field = test.Field, Value = test.Value, OtherField = test.OtherField, Currency = test.Currency },
        AtLeast test => new LessThan { Field = test.Field, Value = test.Value, OtherField = test.OtherField, Currency = test.Currency },
        AtMost test => new GreaterThan { Field = test.Field, Value = test.Value, OtherField = test.OtherField, Currency = test.Currency },
        GreaterThan test => new AtMost { Field = test.Field, Value = test.Value, OtherField = test.OtherField, Currency = test.Currency },
        _ => new Negation { Arg = rule },
    };
}
