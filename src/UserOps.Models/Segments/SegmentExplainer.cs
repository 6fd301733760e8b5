using System.Collections.Frozen;
using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Explains every node of a rule for one user.</summary>
internal sealed class SegmentExplainer(OneUser user)
{
    private static readonly FrozenDictionary<Type, string> Operators = UserOpsJson.FormOf(typeof(SegmentRule)).PolymorphismOptions!.DerivedTypes
        .ToFrozenDictionary(known => known.DerivedType, known => (string)known.TypeDiscriminator!);

    internal SegmentExplanation Explain(SegmentRule rule, string path) => rule switch
    {
        AllOf all => Node(rule, path, Operands(all.Args, path), OneUser.All),
        AnyOf any => Node(rule, path, Operands(any.Args, path), OneUser.Any),
        Negation negation => Node(rule, path, [Explain(negation.Arg, path + "/arg")], answers => !answers.Single()),
        Assumption assumption => Node(rule, path, [Explain(assumption.Arg, path + "/arg")], answers => answers.Single() ?? assumption.Value),
        EventRule events => EventLeaf.Explain(user, events, Leaf(rule, path, null)),
        FieldRule field => FieldLeaf.Explain(user, field, Leaf(rule, path, user.Holds(field))),
        WithinDistance distance => DistanceLeaf.Explain(user, distance, Leaf(rule, path, user.Holds(rule))),
        _ => Leaf(rule, path, user.Holds(rule)),
    };

    internal static RuleAnswer AnswerOf(bool? answer) => answer switch
    {
        true => RuleAnswer.True,
        false => RuleAnswer.False,
        null => RuleAnswer.Unknown,
    };

    private ImmutableArray<SegmentExplanation> Operands(ImmutableArray<SegmentRule> args, string path)
        => [.. args.Select((arg, i) => Explain(arg, $"{path}/args/{i}"))];

    private static SegmentExplanation Node(
        SegmentRule rule, string path, ImmutableArray<SegmentExplanation> operands, Func<IEnumerable<bool?>, bool?> answerOf)
    {
        RuleAnswer answer = AnswerOf(answerOf(operands.Select(operand => ValueOf(operand.Answer))));
        bool isOne = rule is Negation or Assumption;
        return new()
        {
            Path = path,
            Op = Operators[rule.GetType()],
            Answer = answer,
            Operands = operands,
            Decisive = [.. operands.Where(operand => isOne || operand.Answer == answer).Select(operand => operand.Path)],
        };
    }

    private static SegmentExplanation Leaf(SegmentRule rule, string path, bool? answer) => new()
    {
        Path = path,
        Op = Operators[rule.GetType()],
        Subject = SubjectOf(rule),
        Answer = AnswerOf(answer),
        Decisive = [path],
    };

    private static string? SubjectOf(SegmentRule rule) => rule switch
    {
        FieldRule field => field.Field,
        CountingRule counting => counting.Event,
        EventSequence sequence => sequence.Steps[0].Event,
        DidThenNot missed => missed.First,
        InSegment reference => reference.Segment,
        WithinDistance distance => distance.Latitude,
        _ => null,
    };

    private static bool? ValueOf(RuleAnswer answer) => answer switch
    {
        RuleAnswer.True => true,
        RuleAnswer.False => false,
        _ => null,
    };
}
