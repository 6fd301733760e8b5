using Shouldly;
using static UserOps.Models.Tests.Schema.LogRows;

namespace UserOps.Models.Tests.Schema;

/// <summary>Maps that contradict themselves, each other or what is there: refused with the name.</summary>
public class RefusedMapTests
{
    [Fact]
    public void AddEvents_TwoKindsOfIds_AreRefused()
    {
        var builder = Read(new(), [At(1)]);

        Should.Throw<ArgumentException>(() => builder.AddUsers([1L], map => map.User(id => id))).Message
            .ShouldBe("User ids are of kind Text here; ids of kind Number cannot be mixed with them.");
        Should.Throw<ArgumentException>(() => builder.Build().Append(new UserOpsDatasetBuilder().AddUsers([1L], map => map.User(id => id)))).Message
            .ShouldBe("User ids are of kind Text here; ids of kind Number cannot be mixed with them.");
    }

    [Fact]
    public void With_OneNameTwice_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new UserOpsDatasetBuilder().AddUsers(["a"], map => map.User(id => id).With(Score, _ => 1).With(Field.Flag("score"), _ => true)))
            .Message.ShouldStartWith("Column 'score' is mapped twice.");
        Should.Throw<ArgumentException>(() => Read(new(), [At(1)]).AddEvents(["a"], map => map.User(id => id).At(_ => Instant(1)).Named("x").With(Field.Amount("amount", "USD", 2), _ => 1)))
            .Message.ShouldBe("Column 'amount' is an amount in CNY with scale 2; it cannot also be an amount in USD with scale 2.");
        Should.Throw<ArgumentException>(() => Read(new(), [At(1)]).Build().Append(new UserOpsDatasetBuilder().AddEvents(["a"], map => map.User(id => id).At(_ => Instant(1)).Named("x").With(Field.Flag("score"), _ => true))))
            .Message.ShouldBe("Column 'score' is of kind Number; it cannot also be of kind Flag.");
    }

    [Theory]
    [InlineData("@localTime")]
    [InlineData("content.kind")]
    public void With_NameOfTheLibrary_IsRefused(string name)
        => Should.Throw<ArgumentException>(() => new UserOpsDatasetBuilder().AddUsers(["a"], map => map.User(id => id).With(Field.Category(name), id => id)))
            .Message.ShouldStartWith($"'{name}' cannot name a column: names that start with '@' or 'content.' are the library's own.");

    [Fact]
    public void AddEvents_IncompleteMap_SaysWhatIsMissing()
    {
        Should.Throw<ArgumentException>(() => UserOpsDataset.FromEvents(["a"], map => map.At(_ => Instant(1)).Named("x"))).Message.ShouldBe("The map of an event needs User(...).");
        Should.Throw<ArgumentException>(() => UserOpsDataset.FromEvents(["a"], map => map.User(x => x).Named("x"))).Message.ShouldBe("The map of an event needs At(...).");
        Should.Throw<ArgumentException>(() => UserOpsDataset.FromEvents(["a"], map => map.User(x => x).At(_ => Instant(1)))).Message.ShouldBe("The map of an event needs Name(...).");
        Should.Throw<ArgumentException>(() => UserOpsDataset.FromEvents(["a"], map => map.User(x => x).User(_ => 1))).Message.ShouldBe("The user of an event is mapped twice.");
    }
}
