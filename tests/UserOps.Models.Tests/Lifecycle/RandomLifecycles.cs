using System.Globalization;
using UserOps.Models.Lifecycle;
using UserOps.Models.Tests.Segments;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>Seeded small worlds, awkward moments in many zones included, and random life cycles over them.</summary>
internal sealed class RandomLifecycles(long seed)
{
    private readonly RandomWorlds _worlds = new(seed);
    private readonly Xoshiro256 _random = new(seed + 3_000_000);

    internal (TwinWorld World, LifecycleDefinition Definition) Next()
    {
        (TwinWorld world, RandomUserRules rules) = _worlds.Next();
        var segments = rules.Segments();
        string[] names = [.. segments.Keys.Order(StringComparer.Ordinal)];
        return (world, new LifecycleDefinition
        {
            Id = "random",
            Name = new("随机", "random"),
            Population = _random.NextInt32(2) == 0 ? null : rules.Rule(_random.NextInt32(2), [.. names]).Or(rules.Rule(0, [])),
            Stages =
            [
                .. Enumerable.Range(0, 1 + _random.NextInt32(5)).Select(i => new LifecycleStageDefinition
                {
                    Id = "s" + i.ToString(CultureInfo.InvariantCulture),
                    Name = new("阶段", "stage"),
                    Rule = rules.Rule(_random.NextInt32(3), [.. names]),
                    Kind = _random.NextInt32(6) is < 5 and var kind ? (LifecycleStage)kind : null,
                }),
            ],
            Segments = [.. names.Select(name => new LifecycleSegment { Name = name, Rule = segments[name] })],
        });
    }

    /// <summary>Makes the part of a world's dataset that belongs to some of its users.</summary>
    internal static UserOpsDataset Shard(TwinWorld world, Func<int, bool> isIn) => new UserOpsDatasetBuilder()
        .AddUsers(Enumerable.Range(0, world.Users.Rows.Length).Where(isIn), users => world.Users.Map(users.User(TwinWorld.IdOf)))
        .AddEvents(Enumerable.Range(0, world.Arrivals.Length).Where(row => isIn(world.Arrivals[row].User)), events => world.Properties.Map(
            events.User(row => TwinWorld.IdOf(world.Arrivals[row].User)).At(row => world.Arrivals[row].At).Name(row => world.Arrivals[row].Name)))
        .Build();

    /// <summary>Gets instants before that of a world, and that one: inside days, and off the grid of hours.</summary>
    internal static DateTimeOffset[] Grid(EvaluationContext context)
        => [context.AsOf.AddDays(-40), context.AsOf.AddHours(-30).AddTicks(-1), context.AsOf.AddHours(-3), context.AsOf.AddTicks(-1), context.AsOf];
}
