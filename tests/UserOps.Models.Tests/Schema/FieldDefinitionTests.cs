namespace UserOps.Models.Tests.Schema;

public class FieldDefinitionTests
{
    private static readonly FieldDefinition Amount = new() { Name = "paid", Kind = FieldKind.Amount, Currency = "CNY" };
    private static readonly FieldDefinition Category = new() { Name = "os", Kind = FieldKind.Category };

    public static TheoryData<FieldDefinition, string> Faulty => new()
    {
        { Category with { Name = null! }, "emptyName /name A field needs a name." },
        { Category with { Name = " " }, "emptyName /name A field needs a name." },
        { Category with { Name = "content.os" }, "reservedName /name 'content.os' is reserved: names starting with 'content.' or '@' are the library's own." },
        { Category with { Name = "@os" }, "reservedName /name '@os' is reserved: names starting with 'content.' or '@' are the library's own." },
        { Category with { Kind = (FieldKind)99 }, "unknownValue /kind 99 is no kind of field." },
        { Category with { Currency = "CNY" }, "notForKind /currency A field of kind Category has no currency; only Amount has one." },
        { Amount with { Currency = null }, "currencyInvalid /currency '' is no ISO 4217 code: three capital letters." },
        { Amount with { Currency = "cny" }, "currencyInvalid /currency 'cny' is no ISO 4217 code: three capital letters." },
        { Amount with { Currency = "CNY\n" }, "currencyInvalid /currency 'CNY\n' is no ISO 4217 code: three capital letters." },
        { Amount with { Scale = -1 }, "scaleOutOfRange /scale The scale is -1; it is 0 to 12." },
        { Amount with { Scale = 13 }, "scaleOutOfRange /scale The scale is 13; it is 0 to 12." },
        { Category with { Scale = 2 }, "notForKind /scale A field of kind Category has no scale; only Quantity and Amount have one." },
        { Amount with { Unit = "yuan" }, "notForKind /unit A field of kind Amount has no unit in words; only Number and Quantity have one." },
        { Amount with { AllowedValues = ["1"] }, "notForKind /allowedValues A field of kind Amount has no list of allowed values; only Category and Set have one." },
        { Category with { AllowedValues = ["a", null!] }, "missingMember /allowedValues/1 The allowed value is null; a missing value is never in the list." },
        { Category with { AllowedValues = ["a", "b", "a"] }, "duplicateName /allowedValues/2 'a' is listed twice." },
        { Category with { DataKind = (DataKind)7 }, "unknownValue /dataKind 7 is not one of the named values." },
        { Category with { DataClass = (DataClass)7 }, "unknownValue /dataClass 7 is not one of the named values." },
        { Category with { Relevance = (Relevance)7 }, "unknownValue /relevance 7 is not one of the named values." },
        { Category with { Lineage = new() { System = "" } }, "systemMissing /lineage/system A lineage names the system the data come from." },
        { Category with { Lineage = new() { System = "x", Origin = (DataOrigin)5 } }, "unknownValue /lineage/origin 5 is not one of the named values." },
        { Category with { Lineage = new() { System = "x", Latency = TimeSpan.FromHours(-1) } }, "negativeDuration /lineage/latency The latency is -01:00:00; it cannot be negative." },
        { Category with { DisplayName = new("", "OS") }, "textMissing /displayName/zh The Chinese text is missing." },
        { Category with { DisplayName = new("系统", " ") }, "textMissing /displayName/en The English text is missing." },
    };

    public static TheoryData<Field> Handles => new()
    {
        Field.Category("x"), Field.Number("x"), Field.Quantity("x"), Field.Quantity("x", 0), Field.Amount("x", "CNY"), Field.Amount("x", "USD", 2),
        Field.Flag("x"), Field.Instant("x"), Field.Date("x"), Field.Set("x"),
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void ToField_FaultyDefinition_NamesTheFault(FieldDefinition field, string expected)
    {
        DefinitionIssue issue = Assert.Single(Assert.Throws<InvalidDefinitionException>(field.ToField).Issues);
        Assert.Equal(expected, $"{issue.Code} {issue.Path} {issue.Message}");
    }

    [Theory]
    [MemberData(nameof(Handles))]
    public void ToField_DefinitionOfHandle_IsTheHandle(Field handle) => Assert.Equal(handle, FieldDefinition.Of(handle).ToField());

    [Fact]
    public void ToField_NoScale_HasScaleFour() => Assert.Equal(Field.Amount("paid", "CNY", 4), Amount.ToField());

    [Fact]
    public void ToField_SeveralFaults_ListsThemAll()
    {
        FieldDefinition field = new() { Name = "", Kind = FieldKind.Amount, Scale = 13, Unit = "yuan" };
        Assert.Equal(
            ["emptyName", "currencyInvalid", "scaleOutOfRange", "notForKind"],
            Assert.Throws<InvalidDefinitionException>(field.ToField).Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void AllowedValues_DefaultList_IsEmpty() => Assert.Empty((Category with { AllowedValues = default }).AllowedValues);
}
