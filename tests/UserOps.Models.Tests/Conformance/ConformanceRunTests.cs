using UserOps.Models.Tests.Funnels.Twin;
using Xunit.Sdk;

namespace UserOps.Models.Tests.Conformance;

/// <summary>What cannot be run fails, and says why.</summary>
public class ConformanceRunTests
{
    private const string Step = """{"steps": [{"event": "a"}]}""";
    private const string Event = """{"user": "u", "event": "a", "time": "2021-05-01T00:00:00Z"}""";

    [Fact]
    public void Check_CaseThatHolds_Passes() => Check(File(Step, Event, """{"counts": [1]}"""));

    [Theory] // definition | event | expected | the reason
    [InlineData(Step, Event, """{"counts": [2]}""", "counts[0]: expected 2, actual 1")]
    [InlineData(Step, Event, """{"count": [1]}""", "count: the model gives no such member")]
    [InlineData(Step, Event, "{}", "Collection was empty")]
    [InlineData("""{"steps": [], "sampling": 2}""", Event, """{"counts": []}""", "definition has a member 'sampling'")]
    [InlineData("""{"steps": [{"event": "a", "weight": 2}]}""", Event, """{"counts": [1]}""", "step has a member 'weight'")]
    [InlineData("""{"steps": [{"event": "a"}], "order": "loose"}""", Event, """{"counts": [1]}""", "'order' is 'loose'")]
    [InlineData(Step, """{"user": "u", "event": "a", "time": "2021-05-01"}""", """{"counts": [1]}""", "'2021-05-01' is not an instant")]
    [InlineData(Step, """{"user": "u", "event": "a", "at": 1}""", """{"counts": [1]}""", "event has a member 'at'")]
    [InlineData("""{"steps": []}""", Event, """{"counts": [1]}""", "but an answer is expected")]
    public void Check_CaseThatDoesNotHold_SaysWhy(string definition, string e, string expected, string reason) =>
        AssertFails(reason, () => Check(File(definition, e, expected)));

    [Theory] // file | the reason
    [InlineData("""{"format": "userops-conformance/2", "cases": []}""", "'userops-conformance/2', not")]
    [InlineData("""{"format": "userops-conformance/1"}""", "not a conformance file")]
    [InlineData("[1]", "not a conformance file")]
    [InlineData("{", "not a conformance file")]
    [InlineData("""{"format": "userops-conformance/1", "model": "orbits", "cases": [{"name": "x"}]}""", "registered for 'orbits'")]
    [InlineData("""{"format": "userops-conformance/1", "area": "tgi", "cases": [{"id": "x", "kind": "k"}]}""", "'area tgi, kind k'")]
    [InlineData("""{"format": "userops-conformance/1", "model": "funnel", "cases": [{"name": "x", "note": 1}]}""", "member 'note'")]
    public void Check_FileThatCannotBeRun_SaysWhy(string json, string reason) => AssertFails(reason, () => Check(json));

    private static string File(string definition, string e, string expected) =>
        $$"""
        {"format": "userops-conformance/1", "model": "funnel",
         "cases": [{"name": "x", "definition": {{definition}}, "events": [{{e}}], "expected": {{expected}}}]}
        """;

    private static void Check(string json)
    {
        ConformanceCase asked = ConformanceFiles.Read("file.json", json).Single();
        ConformanceRun.Check(asked, asked.Subject == "funnel" ? TwinFunnel.Answer : null);
    }

    private static void AssertFails(string reason, Action check)
    {
        Exception? failure = Record.Exception(check);
        Assert.True(failure is XunitException or FormatException, $"{failure}");
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }
}
