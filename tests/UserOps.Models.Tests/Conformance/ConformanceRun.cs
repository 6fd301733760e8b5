using System.Text.Json.Nodes;

namespace UserOps.Models.Tests.Conformance;

/// <summary>Runs one case on one implementation of its model and asserts what the case expects.</summary>
internal static class ConformanceRun
{
    /// <summary>Answers a case in the shape of its <c>expected</c>; a refused definition answers <c>{"refused": [codes]}</c>.</summary>
    /// <exception cref="FormatException">The case holds something this implementation does not know.</exception>
    public delegate JsonObject Answering(ConformanceCase asked);

    public static void Check(ConformanceCase asked, Answering? answer)
    {
        Assert.True(asked.Fault is null, asked.Fault);
        Assert.True(answer is not null, $"No runner is registered for '{asked.Subject}'.");
        asked.Body.OnlyKnown(
            "case", "name", "source", "why", "data", "verified", "differs", "asOf", "definition", "events", "expected",
            "id", "capability", "kind", "title", "input", "expect", "tolerance", "optional");
        Assert.NotEmpty(asked.Expected.EnumerateObject()); // a case that expects nothing would always pass
        IReadOnlyList<string> differences = ExpectedAnswer.Differences(asked.Expected, answer(asked), asked.Body.Member("tolerance"));
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }
}
