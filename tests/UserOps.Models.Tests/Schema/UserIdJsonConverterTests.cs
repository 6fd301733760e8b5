using System.Text.Json;

namespace UserOps.Models.Tests.Schema;

public class UserIdJsonConverterTests
{
    public static TheoryData<UserId, string> Ids => new()
    {
        { "7", "\"7\"" },
        { 7L, "7" },
        { long.MinValue, "-9223372036854775808" },
        { "用户", "\"用户\"" },
        { Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), "{\"guid\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"}" },
        { "0f8fad5b-d9cb-469f-a165-70867728950e", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"" },
    };

    [Theory]
    [MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public void Serialize_Id_KeepsItsKind(UserId id, string json)
    {
        Assert.Equal(json, UserOpsJson.Serialize(id));
        Assert.Equal(id, UserOpsJson.Deserialize<UserId>(json));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("1.5")]
    [InlineData("9223372036854775808")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"}")]
    [InlineData("{\"guid\":\"x\"}")]
    [InlineData("{\"guid\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"guid\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"}")]
    public void Deserialize_NoId_IsRefused(string json)
        => Assert.StartsWith("A user id is a text that is not empty", Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<UserId>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Serialize_EmptyId_IsRefused() => Assert.Throws<JsonException>(() => UserOpsJson.Serialize(default(UserId)));
}
