using System.Globalization;
using Shouldly;
using static UserOps.Models.Tests.Schema.LogRows;

namespace UserOps.Models.Tests.Schema;

/// <summary>A source or a lambda that throws half way: the builder is as if the call had never been made.</summary>
public class ThrowingSourceTests
{
    [Fact]
    public void AddEvents_SourceThrowsHalfWay_LeavesTheBuilderAsItWas()
    {
        var builder = Read(new(), [At(1)]);

        Should.Throw<IOException>(() => Read(builder, Failing())).Message.ShouldBe("The line went dead.");

        UserOpsDataset data = Read(builder, [At(2)]).Build();
        UserOpsDataset without = Read(Read(new(), [At(1)]), [At(2)]).Build();
        data.Ingest.ShouldBe(without.Ingest);
        data.Directory.Count.ShouldBe(without.Directory.Count);
        data.Events.UtcTicks.ToArray().ShouldBe(without.Events.UtcTicks.ToArray());
        data.Events.Names.ShouldBe(without.Events.Names);

        static IEnumerable<LogRow> Failing()
        {
            yield return At(3) with { User = "cy", Name = "new" };
            yield return At(3) with { Name = null };
            throw new IOException("The line went dead.");
        }
    }

    [Fact]
    public async Task AddEventsAsync_SourceThrowsHalfWay_LeavesTheBuilderAsItWas()
    {
        var builder = new UserOpsDatasetBuilder();

        await Should.ThrowAsync<IOException>(() => builder.AddEventsAsync(Failing(), map => map.User(x => x).At(_ => Instant(1)).Named("pay")));
        await builder.AddEventsAsync(Good(), map => map.User(x => x).At(_ => Instant(1)).Named("pay"));

        builder.Build().Directory[0].ShouldBe("bo");

        static async IAsyncEnumerable<string> Failing()
        {
            yield return "al";
            await Task.Yield();
            throw new IOException("The line went dead.");
        }

        static async IAsyncEnumerable<string> Good()
        {
            await Task.Yield();
            yield return "bo";
        }
    }

    [Fact]
    public void AddEvents_LambdaThrows_LeavesTheBuilderAsItWas()
    {
        var builder = new UserOpsDatasetBuilder();

        Should.Throw<FormatException>(() => builder.AddEvents(["1", "x"], map => map.User(text => long.Parse(text, CultureInfo.InvariantCulture)).At(_ => Instant(1)).Named("pay")));

        builder.AddEvents(["x"], map => map.User(text => text).At(_ => Instant(1)).Named("pay")).Build().Directory.Kind.ShouldBe(UserIdKind.Text);
    }
}
