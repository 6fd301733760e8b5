using System.Text.Json.Nodes;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Times between the steps of the chosen chains, in seconds.</summary>
internal static class TwinTimes
{
    private const int MaximumBins = 60;

    public static JsonObject ConversionSeconds(TwinDefinition definition, IReadOnlyCollection<TwinOutcome> outcomes)
    {
        double[][] samples = [.. Enumerable.Range(0, definition.Steps.Count).Select(step => SincePrevious(step, outcomes))];
        return new JsonObject
        {
            ["average"] = new JsonArray([.. samples.Select(sample => sample.Length == 0 ? null : JsonValue.Create(sample.Average()))]),
            ["median"] = new JsonArray([.. samples.Select(sample => sample.Length == 0 ? null : JsonValue.Create(Median(sample)))]),
        };
    }

    public static JsonObject Histogram(TwinHistogramRequest request, IEnumerable<TwinOutcome> outcomes)
    {
        long[] times =
        [
            .. from outcome in outcomes
               let ticks = outcome.Chain?.TicksAt(request.ToStep) - outcome.Chain?.TicksAt(request.FromStep)
               where ticks is not null
               select ticks.Value,
        ];
        if (times.Length == 0)
        {
            return new JsonObject { ["bins"] = new JsonArray(), ["average"] = null };
        }

        int bins = request.Bins ?? Math.Min(MaximumBins, CubeRootRoundedUp(times.Length));
        long width = WidthTicks(times.Min(), times.Max(), bins);
        IEnumerable<JsonNode?> rows = Enumerable.Range(0, bins + 1).Select(bin => new JsonArray(
            Seconds(times.Min() + (bin * width)), times.Count(time => (time - times.Min()) / width == bin)));
        return new JsonObject { ["bins"] = new JsonArray([.. rows]), ["average"] = times.Average(Seconds) };
    }

    private static double[] SincePrevious(int step, IEnumerable<TwinOutcome> outcomes) =>
        [
            .. from outcome in outcomes
               where step > 0 && outcome.Holds(step)
               let links = outcome.Chain!.Links
               let previous = links.Last(link => link.Step < step)
               let filled = links.Single(link => link.Step == step)
               select Seconds(filled.Event.Ticks - previous.Event.Ticks),
        ];

    private static double Median(double[] sample)
    {
        double[] sorted = [.. sample.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static int CubeRootRoundedUp(int count) => Enumerable.Range(1, count).First(root => (long)root * root * root >= count);

    private static long WidthTicks(long min, long max, int bins)
    {
        long perBinOfWholeSeconds = bins * TimeSpan.TicksPerSecond;
        long seconds = max == min ? 60 : (max - min + perBinOfWholeSeconds - 1) / perBinOfWholeSeconds;
        return seconds * TimeSpan.TicksPerSecond;
    }

    private static double Seconds(long ticks) => (double)ticks / TimeSpan.TicksPerSecond;
}
