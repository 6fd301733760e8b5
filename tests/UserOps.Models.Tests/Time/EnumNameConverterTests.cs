using System.Text.Json;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Time;

public sealed class EnumNameConverterTests
{
    [Theory]
    [InlineData("strict", FunnelOrder.Strict)]
    [InlineData("STRICT", FunnelOrder.Strict)]
    [InlineData("Unordered", FunnelOrder.Unordered)]
    public void Read_NameInAnyCase_IsTheMember(string name, FunnelOrder expected)
        => Assert.Equal(expected, Read($"\"{name}\"").Order);

    [Theory]
    [InlineData("\"random\"")]
    [InlineData("\"1\"")]
    [InlineData("1")]
    [InlineData("\"ordered, strict\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Read_NoName_SaysWhichThereAre(string json)
        => Assert.StartsWith(
            "The value has to be one of ordered, strict, unordered. (at $.order, line 1, byte ",
            Assert.Throws<JsonException>(() => Read(json)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Write_NoMember_IsRefused()
        => Assert.Equal(
            "7 is none of ordered, strict, unordered.",
            Assert.Throws<JsonException>(() => UserOpsJson.Serialize(new FunnelDefinition { Steps = ["a"], Order = (FunnelOrder)7 })).Message);

    private static FunnelDefinition Read(string order) => UserOpsJson.Deserialize<FunnelDefinition>($$"""{"steps":["a"],"order":{{order}}}""");
}
