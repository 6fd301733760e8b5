using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

/// <summary>The card model against a twin that walks through the days, over random tables of nodes and random users.</summary>
public class CardCycleTwinTests
{
    private const int Users = 60;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly DateOnly[] Days =
        [new(2024, 2, 28), new(2024, 2, 29), new(2024, 3, 1), new(2025, 2, 28), new(2025, 3, 1), new(2025, 12, 31), new(2026, 1, 1), new(2026, 4, 30)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Evaluate_RandomCards_AnswersAsDayByDay(long seed)
    {
        var random = new Xoshiro256(seed);
        for (int i = 0; i < 12; i++)
        {
            DateOnly today = Days[random.NextInt32(Days.Length)].AddDays(random.NextInt32(5) - 2);
            CardCycleDefinition definition = Definition(random);
            RowTable table = Cards(random, definition, today);
            CardCycleResult result = new CardCycleModel(definition).Evaluate(table.ToUsers(), EvaluationContext.AtEndOf(today, Zone));
            Assert.Equal(today, result.Today);
            RequireTheSame(definition, table, result);
        }
    }

    private static void RequireTheSame(CardCycleDefinition definition, RowTable table, CardCycleResult result)
    {
        var triggers = new List<CardCycleTrigger>();
        for (int user = 0; user < Users; user++)
        {
            UserId id = $"u{user}";
            CardCycleNodeExplanation[] twin = [.. definition.Nodes.Select(rule => TwinCard.Explain(rule, table.Value(user, rule.Field), result.Today))];
            CardCycleExplanation explanation = result.Users.Explain(id);
            Assert.Equal(twin, explanation.Nodes);

            CardCycleNode? current = twin.FirstOrDefault(node => node.Holds == true)?.Node;
            bool isKnown = twin.TakeWhile(node => node.Holds != true).All(node => node.Holds == false);
            CardCycleNodeExplanation? next = twin.Where(node => node.DaysToNext is not null).OrderBy(node => node.DaysToNext).FirstOrDefault();
            Assert.Equal((current, isKnown, twin.All(node => node.Holds is not null)), (explanation.Current, explanation.IsCurrentKnown, explanation.IsNextKnown));
            Assert.Equal((next?.Node, next?.NextDate, next?.DaysToNext), (explanation.Next?.Node, explanation.Next?.Date, explanation.Next?.Days));

            foreach (CardCycleNodeExplanation node in twin)
            {
                Assert.Equal(node.Holds == true, result.Users.Holding(node.Node).Contains(user));
                Assert.Equal(node.Holds is null, result.Users.Unknown(node.Node).Contains(user));
                Assert.Equal(node.Since == result.Today, result.Users.Entered(node.Node).Contains(user));
                Assert.Equal(isKnown && current == node.Node, result.Users.Current(node.Node).Contains(user));
            }

            Assert.Equal((!isKnown, isKnown && current is null), (result.Users.Uncertain.Contains(user), result.Users.InNone.Contains(user)));
            triggers.AddRange(twin.Where(node => node.Holds == true).Select(node => new CardCycleTrigger(id, node.Node, node.Date!.Value)));
        }

        Assert.Equal(triggers, result.Users.Triggers());
        Assert.Equal(Users, result.Summary.Uncertain + result.Summary.InNone + result.Summary.Nodes.Sum(node => node.Current));
    }

    private static CardCycleDefinition Definition(Xoshiro256 random)
    {
        CardCycleNode[] nodes = Enum.GetValues<CardCycleNode>();
        for (int i = nodes.Length - 1; i > 0; i--)
        {
            int j = random.NextInt32(i + 1);
            (nodes[i], nodes[j]) = (nodes[j], nodes[i]);
        }

        return new()
        {
            Nodes =
            [
                .. nodes.Take(1 + random.NextInt32(nodes.Length)).Select(node => (Node: node, Timing: (CardCycleTiming)random.NextInt32(3))).Select(pair => new CardCycleNodeRule
                {
                    Node = pair.Node,
                    Field = pair.Node.ToString(),
                    Timing = pair.Timing,
                    DaysBefore = random.NextInt32(pair.Timing == CardCycleTiming.Monthly ? 14 : 40),
                    DaysAfter = random.NextInt32(pair.Timing == CardCycleTiming.Monthly ? 14 : 40),
                    MissingIsNever = random.NextInt32(3) == 0,
                    DisplayName = new("节点", "node"),
                }),
            ],
        };
    }

    private static RowTable Cards(Xoshiro256 random, CardCycleDefinition definition, DateOnly today)
    {
        ImmutableArray<Field> fields = [.. definition.Nodes.Select(FieldOf)];
        return new(fields, [.. Enumerable.Range(0, Users).Select(_ => (object?[])[.. definition.Nodes.Select(rule => random.NextInt32(6) == 0 ? null : Value(rule))])]);

        Field FieldOf(CardCycleNodeRule rule) => rule.Timing != CardCycleTiming.Monthly ? Field.Date(rule.Field)
            : (int)rule.Node % 2 == 0 ? Field.Quantity(rule.Field, 1)
            : Field.Number(rule.Field);

        object Value(CardCycleNodeRule rule)
        {
            if (rule.Timing != CardCycleTiming.Monthly)
            {
                return random.NextInt32(8) == 0 ? new DateOnly(2020, 2, 29) : today.AddDays(random.NextInt32(120) - 60).AddYears(random.NextInt32(4) - 3);
            }

            decimal day = random.NextInt32(10) switch { 0 => 15.5m, 1 => 0, 2 => 32, < 6 => 28 + random.NextInt32(4), _ => 1 + random.NextInt32(31) };
            return (int)rule.Node % 2 == 0 ? day : (double)day;
        }
    }
}
