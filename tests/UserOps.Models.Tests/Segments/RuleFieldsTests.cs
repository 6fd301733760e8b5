using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

public class RuleFieldsTests
{
    private static readonly Dictionary<string, Field> Fields = new Field[]
    {
        Field.Category("city"), Field.Category("town"), Field.Number("score"), Field.Quantity("age", 0), Field.Amount("assets", "CNY"), Field.Amount("debts", "USD"),
        Field.Flag("vip"), Field.Instant("seen"), Field.Date("born"), Field.Set("cards"),
    }.ToDictionary(field => field.Name);

    [Theory]
    [InlineData("""{"op":"ge","field":"aeg","value":18}""", "unknownField /field")]
    [InlineData("""{"op":"ge","field":"aeg","otherField":"ega"}""", "unknownField /field|unknownField /otherField")]
    [InlineData("""{"op":"eq","field":"age","value":"thirty"}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"age","value":30.5}""", "")] // whole numbers compare with fractions
    [InlineData("""{"op":"eq","field":"score","value":true}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"city","value":5}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"vip","value":"true"}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"vip","value":true}""", "")]
    [InlineData("""{"op":"lt","field":"vip","value":"x"}""", "typeMismatch /field")]
    [InlineData("""{"op":"between","field":"vip","low":"a","high":"b"}""", "typeMismatch /field")]
    [InlineData("""{"op":"eq","field":"cards","value":"x"}""", "typeMismatch /field")]
    [InlineData("""{"op":"in","field":"cards","values":["x"]}""", "typeMismatch /field")]
    [InlineData("""{"op":"isNull","field":"cards"}""", "")]
    [InlineData("""{"op":"containsAll","field":"cards","values":["x"]}""", "")]
    [InlineData("""{"op":"containsAll","field":"city","values":["x"]}""", "typeMismatch /field")]
    [InlineData("""{"op":"in","field":"age","values":[1,"two",3,false]}""", "typeMismatch /values/1|typeMismatch /values/3")]
    [InlineData("""{"op":"eq","field":"seen","value":"2024-03-31T12:00:00"}""", "typeMismatch /value")] // no offset
    [InlineData("""{"op":"eq","field":"seen","value":"2024-03-31"}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"seen","value":"2024-02-30T12:00:00Z"}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"seen","value":"2024-03-31T12:00:00.1234567+08:00"}""", "")]
    [InlineData("""{"op":"eq","field":"seen","value":"2024-03-31T12:00Z"}""", "")]
    [InlineData("""{"op":"eq","field":"born","value":"2024-02-30"}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"born","value":"2024-3-1"}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"born","value":"2024-02-29"}""", "")]
    [InlineData("""{"op":"between","field":"age","low":"a","high":"b"}""", "typeMismatch /low|typeMismatch /high")]
    [InlineData("""{"op":"between","field":"city","low":"b","high":"a"}""", "emptyRange ")]
    [InlineData("""{"op":"between","field":"seen","low":"2024-01-01T00:00:00+08:00","high":"2023-12-31T15:00:00Z"}""", "emptyRange ")]
    [InlineData("""{"op":"between","field":"seen","low":"2024-01-01T00:00:00+08:00","high":"2023-12-31T16:00:00Z"}""", "")]
    [InlineData("""{"op":"between","field":"born","low":"2024-01-01","high":"2024-01-01","highInclusive":false}""", "emptyRange ")]
    [InlineData("""{"op":"eq","field":"city","otherField":"town"}""", "")]
    [InlineData("""{"op":"eq","field":"city","otherField":"vip"}""", "typeMismatch /otherField")]
    [InlineData("""{"op":"gt","field":"assets","otherField":"debts"}""", "unitMismatch /otherField")]
    [InlineData("""{"op":"gt","field":"assets","otherField":"age"}""", "typeMismatch /otherField")]
    [InlineData("""{"op":"gt","field":"assets","value":1,"currency":"CNY"}""", "")]
    [InlineData("""{"op":"gt","field":"assets","value":1,"currency":"USD"}""", "unitMismatch /currency")]
    [InlineData("""{"op":"gt","field":"age","value":1,"currency":"USD"}""", "unitMismatch /currency")]
    [InlineData("""{"op":"between","field":"assets","low":1,"high":2,"currency":"USD"}""", "unitMismatch /currency")]
    [InlineData("""{"op":"not","arg":{"op":"assume","value":true,"arg":{"op":"or","args":[{"op":"isNull","field":"x"}]}}}""", "unknownField /arg/arg/args/0/field")]
    public void Check_RuleAgainstFields_FindsWhatDoesNotFit(string rule, string expected)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleFields.Check(UserOpsJson.Deserialize<SegmentRule>(rule), "", new RuleFieldSource(Fields.GetValueOrDefault), issues);
        Assert.Equal(expected, string.Join('|', issues.Select(issue => $"{issue.Code} {issue.Path}")));
    }

    [Fact]
    public void Check_Handle_CarriesItsCurrency()
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleFields.Check(Field.Amount("assets", "USD").AtLeast(100m), "/where", new RuleFieldSource(Fields.GetValueOrDefault), issues);
        Assert.Equal("The value is in USD, 'assets' is in CNY.", Assert.Single(issues).Message);
    }
}
