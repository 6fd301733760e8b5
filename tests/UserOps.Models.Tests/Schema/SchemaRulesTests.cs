using System.Collections.Immutable;

namespace UserOps.Models.Tests.Schema;

/// <summary>Faults of a schema itself: code, path and the sentence a user reads.</summary>
public class SchemaRulesTests
{
    private static readonly FieldDefinition Os = new() { Name = "os", Kind = FieldKind.Category };
    private static readonly UserSchema Users = new() { Id = "bank.users", Version = 1, Fields = [Os] };
    private static readonly ContentSchema Contents = new() { Id = "bank.products", Version = 1, Fields = [Os] };
    private static readonly EventSchema Events = new() { Id = "bank.events", Version = 1, Events = [new() { Name = "view" }], Fields = [Os] };

    public static TheoryData<UserSchema, string> FaultyUsers => new()
    {
        { Users with { Id = null! }, "idMissing /id A schema needs an id." },
        { Users with { Version = 0 }, "versionNotPositive /version The version is 0; versions start at 1." },
        { Users with { DisplayName = new("用户", "") }, "textMissing /displayName/en The English text is missing." },
        { Users with { Fields = default }, "missingMember /fields The list of fields is missing; an empty list is allowed." },
        { Users with { Fields = [Os, null!] }, "missingMember /fields/1 The field is null." },
        { Users with { Fields = [Os, Os with { Kind = FieldKind.Flag }] }, "duplicateName /fields/1/name Another field is named 'os'." },
        { Users with { Fields = [Os, new() { Name = "paid", Kind = FieldKind.Amount }] }, "currencyInvalid /fields/1/currency '' is no ISO 4217 code: three capital letters." },
    };

    public static TheoryData<EventSchema, string> FaultyEvents => new()
    {
        { Events with { Id = "" }, "idMissing /id A schema needs an id." },
        { Events with { Events = default }, "missingMember /events The list of events is missing; an empty list is allowed." },
        { Events with { Events = [null!] }, "missingMember /events/0 The event is null." },
        { Events with { Events = [new() { Name = "" }] }, "emptyName /events/0/name An event needs a name." },
        { Events with { Events = [new() { Name = "view" }, new() { Name = "view" }] }, "duplicateName /events/1/name Another event is named 'view'." },
        { Events with { Events = [new() { Name = "view", Properties = ["page"] }] }, "unknownProperty /events/0/properties/0 The schema has no field 'page'." },
        { Events with { Events = [new() { Name = "view", RequiredProperties = ["os", "os"] }] }, "duplicateName /events/0/requiredProperties/1 'os' is listed twice." },
        { Events with { Events = [new() { Name = "view", RequiredProperties = [null!] }] }, "unknownProperty /events/0/requiredProperties/0 The schema has no field ''." },
        { Events with { Events = [new() { Name = "view", Lineage = new() { System = " " } }] }, "systemMissing /events/0/lineage/system A lineage names the system the data come from." },
        { Events with { Fields = default }, "missingMember /fields The list of fields is missing; an empty list is allowed." },
    };

    [Theory]
    [MemberData(nameof(FaultyUsers))]
    public void Validate_FaultyUserSchema_NamesTheFault(UserSchema schema, string expected) => Assert.Equal([expected], Texts(schema.Validate()));

    [Theory]
    [MemberData(nameof(FaultyEvents))]
    public void Validate_FaultyEventSchema_NamesTheFault(EventSchema schema, string expected) => Assert.Equal([expected], Texts(schema.Validate()));

    [Fact]
    public void Validate_FaultyContentSchema_NamesEveryFault() => Assert.Equal(
        [
            "idMissing /id A schema needs an id.",
            "versionNotPositive /version The version is -1; versions start at 1.",
            "duplicateName /fields/1/name Another field is named 'os'.",
        ],
        Texts((Contents with { Id = " ", Version = -1, Fields = [Os, Os] }).Validate()));

    [Fact]
    public void Validate_SoundSchemas_HaveNoFault()
    {
        Assert.Empty(Users.Validate());
        Assert.Empty(Contents.Validate());
        Assert.Empty(Events.Validate());
    }

    private static IEnumerable<string> Texts(ImmutableArray<DefinitionIssue> issues) => issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}");
}
