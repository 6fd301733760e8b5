using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Numerics;

/// <summary>Runs the cases of kind <c>descriptive</c>: NIST's certified data sets.</summary>
internal static class MomentsCases
{
    public static JsonObject Answer(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "dataset");
        JsonElement data = asked.Body.GetProperty("data");
        data.OnlyKnown("data", "file", "filter");
        string name = asked.Input.Text("dataset")!;
        Assert.Equal($"dataset = {name}", data.Text("filter"));
        SampleMoments moments = SampleMoments.Of(Read(data.Text("file")!, name));
        return new()
        {
            ["n"] = moments.Count,
            ["mean"] = moments.Mean.Value,
            ["sd"] = moments.StandardDeviation.Value,
            ["autocorrelation_lag1"] = moments.LagOneAutocorrelation.Value,
        };
    }

    private static double[] Read(string file, string dataset) =>
    [
        .. File.ReadLines(PublicDataFactAttribute.PathOf(file))
            .Select(line => line.Split(','))
            .Where(fields => fields[0] == dataset)
            .Select(fields => double.Parse(fields[1], CultureInfo.InvariantCulture)),
    ];
}
