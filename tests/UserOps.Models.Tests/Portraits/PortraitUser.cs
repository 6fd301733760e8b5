using FsCheck;
using FsCheck.Fluent;

namespace UserOps.Models.Tests.Portraits;

/// <summary>Users with every kind of attribute, and holes in all of them.</summary>
internal sealed record PortraitUser(string Id, string? City, string[]? Topics, bool? Married, double? Score, decimal? Assets, DateOnly? Born, DateTimeOffset? Seen, bool Targeted)
{
    internal static readonly CategoryField CityField = Field.Category("city");
    internal static readonly SetField TopicsField = Field.Set("topics");
    internal static readonly FlagField MarriedField = Field.Flag("married");
    internal static readonly NumberField ScoreField = Field.Number("score");
    internal static readonly AmountField AssetsField = Field.Amount("assets", "CNY");
    internal static readonly DateField BornField = Field.Date("born");
    internal static readonly InstantField SeenField = Field.Instant("seen");

    private static readonly string?[] Cities = ["Beijing", "Chengdu", "Xian", null];
    private static readonly string[]?[] TopicSets = [["fund"], ["car", "fund"], [], null, ["travel", "car"]];

    /// <summary>Gets lists of random users; numbers have few digits, so that sums of doubles are exact and ties occur.</summary>
    internal static Gen<PortraitUser[]> Many => Gen.Choose(0, int.MaxValue - 1).ListOf().Select(seeds => seeds.Select(Of).ToArray());

    internal static PortraitUser Of(int seed, int index) => new(
        $"u{index}",
        Cities[seed % 4],
        TopicSets[seed / 4 % 5],
        (seed / 20 % 3) switch { 0 => true, 1 => false, _ => null },
        seed / 60 % 5 == 0 ? null : seed / 300 % 7 / 4.0,
        seed / 60 % 4 == 0 ? null : (seed / 240 % 9 - 3) / 4m,
        seed / 7 % 3 == 0 ? null : new DateOnly(1990, 1, 1).AddDays(seed / 21 % 50),
        seed / 11 % 3 == 0 ? null : new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(seed / 33 % 50),
        seed / 13 % 3 == 0);

    internal static UserOpsDataset Dataset(params IEnumerable<PortraitUser> users) => new UserOpsDatasetBuilder().AddUsers(users, map => map
        .User(x => x.Id).With(CityField, x => x.City).With(TopicsField, x => x.Topics).With(MarriedField, x => x.Married).With(ScoreField, x => x.Score)
        .With(AssetsField, x => x.Assets).With(BornField, x => x.Born).With(SeenField, x => x.Seen)).Build();

    internal static UserSet Targets(UserOpsDataset data, IEnumerable<PortraitUser> users) =>
        UserSet.Of(data.Directory, users.Where(user => user.Targeted).Select(user => (UserId)user.Id));

    /// <summary>Gets the values of a field as a list, empty where it is missing; null where the field is missing.</summary>
    internal string[]? ValuesOf(string field) => field switch
    {
        "city" => City is null ? null : [City],
        "topics" => Topics,
        _ => Married is null ? null : [Married.Value ? "true" : "false"],
    };
}
