using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Asserts that the model agrees with the reference on many cases; what differs is shrunk before it is shown.</summary>
internal static class TwinAgreement
{
    private const int Shown = 3;

    /// <summary>Asks cases of each subject and fails with the smallest ones found on which there is a disagreement.</summary>
    public static void Assert<T>(
        IEnumerable<T> subjects,
        Func<FunnelCaseGenerator, T, IEnumerable<ConformanceCase>> ask,
        Func<ConformanceCase, IReadOnlyList<string>> disagreements)
    {
        var failing = new ConcurrentBag<(int Index, ConformanceCase Case)>();
        Parallel.ForEach(subjects.Select((subject, index) => (subject, index)), item =>
        {
            // A seed of its own for each subject: what one asks does not depend on the others.
            foreach (ConformanceCase asked in ask(new FunnelCaseGenerator(item.index), item.subject))
            {
                if (WithBreakdowns(asked, disagreements).Count > 0)
                {
                    failing.Add((item.index, asked));
                }
            }
        });
        IEnumerable<ConformanceCase> first = failing.OrderBy(f => f.Index).Select(f => f.Case).Take(Shown);
        Xunit.Assert.True(
            failing.IsEmpty,
            $"{failing.Count} cases differ; shrunk:\n{string.Join('\n', first.Select(asked => Explain(asked, disagreements)))}");
    }

    /// <summary>Lists the differences between the reference, which is expected, and the model.</summary>
    public static IReadOnlyList<string> Differences(JsonObject twin, JsonObject model)
    {
        using var expected = JsonDocument.Parse(twin.ToJsonString());
        return ExpectedAnswer.Differences(expected.RootElement, model);
    }

    private static string Explain(ConformanceCase failing, Func<ConformanceCase, IReadOnlyList<string>> disagreements)
    {
        ConformanceCase smallest = CaseShrinker.Shrink(failing, candidate => WithBreakdowns(candidate, disagreements).Count > 0);
        IReadOnlyList<string> differences = WithBreakdowns(smallest, disagreements);
        return $"{smallest.Body.GetRawText()}\n  (expected by the twin, actual by the model)\n  {string.Join("\n  ", differences)}";
    }

    // A model that breaks down disagrees, too, and its case is to be shrunk like any other.
    private static IReadOnlyList<string> WithBreakdowns(
        ConformanceCase asked, Func<ConformanceCase, IReadOnlyList<string>> disagreements)
    {
        try
        {
            return disagreements(asked);
        }
        catch (Exception breakdown) when (breakdown is not OutOfMemoryException)
        {
            return [$"{breakdown}"];
        }
    }
}
