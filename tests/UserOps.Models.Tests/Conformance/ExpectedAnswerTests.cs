using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Models.Tests.Conformance;

public class ExpectedAnswerTests
{
    [Theory] // expected | answer
    [InlineData("""{"counts": [2, 1]}""", """{"counts": [2, 1], "more": 1}""")]
    [InlineData("""{"rates": [0.3333333333]}""", """{"rates": [0.33333333333333331]}""")]
    [InlineData("""{"average": 5}""", """{"average": 5.0000000001}""")]
    [InlineData("""{"average": [null, 1.0]}""", """{"average": [null, 1]}""")]
    [InlineData("""{"levels": {"u": 0}}""", """{"levels": {"v": 2}}""")] // a unit without a level has level 0
    [InlineData("""{"trend": [{"date": "2023-01-01"}]}""", """{"trend": [{"date": "2023-01-01", "complete": false}]}""")]
    [InlineData("""{"refused": "noSteps"}""", """{"refused": ["noSteps", "rangeEmpty"]}""")]
    [InlineData("""{"refused": ["rangeEmpty", "noSteps"]}""", """{"refused": ["noSteps", "rangeEmpty", "noSteps"]}""")]
    [InlineData("""{"errors": [{"code": "noSteps"}]}""", """{"refused": ["noSteps"]}""")]
    [InlineData("""{"errors": [{"code": "noSteps"}]}""", """{"errors": [{"code": "noSteps", "pointer": "/steps"}]}""")] // what a validation answers
    [InlineData("""{"error": "invalid-argument"}""", """{"refused": ["noSteps"]}""")]
    [InlineData("""{"refused": true}""", """{"refused": ["noSteps"]}""")]
    public void Differences_AsExpected_AreNone(string expected, string answer) =>
        Assert.Empty(Differences(expected, answer));

    [Theory] // expected | answer | the difference a reader sees
    [InlineData("""{"counts": [2, 1]}""", """{"counts": [2, 2]}""", "counts[1]: expected 1, actual 2")]
    [InlineData("""{"counts": [2, 1]}""", """{"counts": [2]}""", "counts: expected [2, 1], actual [2]")]
    [InlineData("""{"rates": [0.5]}""", """{"rates": [0.50001]}""", "rates[0]: expected 0.5, actual 0.50001")]
    [InlineData("""{"rates": [null]}""", """{"rates": [0]}""", "rates[0]: expected null, actual 0")]
    [InlineData("""{"rates": [0]}""", """{"rates": [null]}""", "rates[0]: expected 0, actual null")]
    [InlineData("""{"levels": {"u": 1}}""", """{"levels": {}}""", "levels.u: expected 1, actual 0")]
    [InlineData("""{"breakdown": {}}""", """{"breakdown": {"b": [1]}}""", "breakdown.b: a row that is not expected")]
    [InlineData("""{"breakdown": {"b": [1]}}""", """{"breakdown": {}}""", "breakdown.b: expected [1], but there is no such member")]
    [InlineData("""{"depths": [2]}""", """{"counts": [2]}""", "depths: the model gives no such member for this definition")]
    [InlineData("""{"counts": [2]}""", """{"refused": ["noSteps"]}""", """refused: ["noSteps"], but an answer is expected""")]
    [InlineData("""{"refused": "noSteps"}""", """{"counts": [2]}""", "refused: expected \"noSteps\", actual []")]
    [InlineData("""{"refused": true}""", """{"counts": [2]}""", "refused: expected true, actual []")]
    [InlineData("""{"refused": ["noSteps"]}""", """{"refused": ["noSteps", "x"]}""", "refused: expected [\"noSteps\"], actual [noSteps, x]")]
    [InlineData("""{"errors": [{"code": "x"}]}""", """{"errors": []}""", "errors: expected [{\"code\": \"x\"}], actual []")]
    [InlineData("""{"refused": "noSteps"}""", """{"refused": ["x"]}""", "refused: expected \"noSteps\", actual [x]")]
    public void Differences_Otherwise_NameThePlace(string expected, string answer, string difference) =>
        Assert.Equal([difference], Differences(expected, answer));

    [Theory] // expected | actual | passes within rel 1e-9, abs 1e-12
    [InlineData("100", "100.00000009", true)]
    [InlineData("100", "100.0000002", false)]
    [InlineData("100", "100.0", true)]
    [InlineData("0", "0.0000000000009", true)]
    [InlineData("0", "0.000000000002", false)]
    public void Differences_WithTheToleranceOfTheCase_AreJudgedByIt(string expected, string actual, bool passes)
    {
        JsonElement tolerance = JsonDocument.Parse("{\"rel\": 1e-9, \"abs\": 1e-12}").RootElement;
        IReadOnlyList<string> differences = ExpectedAnswer.Differences(
            JsonDocument.Parse($$"""{"x": {{expected}}}""").RootElement, JsonNode.Parse($$"""{"x": {{actual}}}""")!.AsObject(), tolerance);
        Assert.Equal(passes, differences.Count == 0);
    }

    private static IReadOnlyList<string> Differences(string expected, string answer) =>
        ExpectedAnswer.Differences(JsonDocument.Parse(expected).RootElement, JsonNode.Parse(answer)!.AsObject());
}
