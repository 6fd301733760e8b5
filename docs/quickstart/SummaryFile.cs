using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models;

namespace UserOps.Quickstart;

/// <summary>The answers as one JSON file: context and summaries as <see cref="UserOpsJson"/> writes them, so they can be read back and merged; ingest and audience as plain counts.</summary>
internal static class SummaryFile
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Refuses, before any work is done, a place that cannot be written or that holds what is read.</summary>
    /// <exception cref="QuickstartException">The file cannot be written, or is one of the sources.</exception>
    internal static void RequirePlace(Arguments asked)
    {
        if (asked.Json is not string path)
        {
            return;
        }
        string?[] sources = [asked.Events, asked.Users, asked.Contents, asked.Sqlite, asked.Funnel];
        if (Array.Find(sources, source => source is not null && IsSamePlace(source, path)) is string read)
        {
            throw new QuickstartException($"--json {path} would overwrite '{read}', which is read.");
        }
        Writing(path, () =>
        {
            bool isNew = !File.Exists(path);
            File.Open(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
            if (isNew)
            {
                File.Delete(WithoutLinks(Path.GetFullPath(path)));
            }
            else if (HoldsSomething(path, out string place))
            {
                string beside = Beside(place);
                File.Open(beside, FileMode.CreateNew).Dispose();
                File.Delete(beside);
            }
        });
    }

    internal static void Write(string path, EvaluationContext context, IngestReport ingest, Answers answers)
    {
        var all = new JsonObject
        {
            ["context"] = Part(context),
            ["ingest"] = Ingest(ingest),
            ["aarrr"] = Part(answers.Aarrr.Summary),
            ["rarra"] = Part(answers.Rarra.Summary),
            ["funnel"] = Part(answers.Funnel.Summary),
            ["audience"] = new JsonArray([.. answers.Audience.Select(set => (JsonNode)new JsonObject { ["name"] = set.Name, ["users"] = set.Users.Count })]),
            ["retention"] = Part(answers.Staying.Retention.Summary),
            ["decomposition"] = Part(answers.Staying.Weeks.Summary),
            ["churn"] = Part(answers.Staying.Churn.Summary),
        };
        if (answers.Staying.Stages is { } stages)
        {
            all["lifecycle"] = Part(stages.Now.Summary);
            all["transitions"] = Part(stages.Moves);
        }
        if (answers.Worth is { } worth)
        {
            all["rfm"] = Part(worth.Rfm.Summary);
            all["pareto"] = Part(worth.Spending.Summary);
        }
        if (answers.Worth?.Bank is { } bank)
        {
            all["pyramid"] = Part(bank.Pyramid.Summary);
            all["channels"] = Part(bank.Channels);
            all["profit"] = Part(bank.Profit.Summary);
        }
        if (answers.Worth?.Forecast is { } forecast)
        {
            all["purchases"] = Part(forecast.History.Summary);
            all["bgnbd"] = forecast.Buying.Model is { } buying ? Part(buying.Parameters) : null;
            all["gammaGamma"] = forecast.Spending.Model is { } spending ? Part(spending.Parameters) : null;
        }
        Writing(path, () => Replace(path, all.ToJsonString(Format) + "\n"));
    }

    // A file that stands there is replaced, not written into: under another name (a hard link) it may be a source, which keeps its content.
    private static void Replace(string path, string text)
    {
        if (!HoldsSomething(path, out string place))
        {
            File.WriteAllText(path, text);
            return;
        }
        string beside = Beside(place);
        try
        {
            File.WriteAllText(beside, text);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(place));
            }
            File.Move(beside, place, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    // Pipes and devices such as /dev/null have no length: they are written into, and stay what they are.
    private static bool HoldsSomething(string path, out string place)
    {
        place = WithoutLinks(Path.GetFullPath(path));
        return new FileInfo(place) is { Exists: true, Length: > 0 };
    }

    private static string Beside(string place) => FormattableString.Invariant($"{place}.{Environment.ProcessId}.tmp");

    // Case is ignored, because on some systems OUT.json is out.json: refusing too much costs a name, refusing too little costs the data.
    private static bool IsSamePlace(string path, string other)
        => string.Equals(WithoutLinks(Path.GetFullPath(path)), WithoutLinks(Path.GetFullPath(other)), StringComparison.OrdinalIgnoreCase);

    private static string WithoutLinks(string path)
    {
        if (Path.GetDirectoryName(path) is not string folder)
        {
            return path;
        }
        string place = Path.Combine(WithoutLinks(folder), Path.GetFileName(path));
        var file = new FileInfo(place);
        return file.LinkTarget is null ? place : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? place;
    }

    private static void Writing(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new QuickstartException($"The file '{path}' cannot be written.", cause);
        }
    }

    private static JsonObject Ingest(IngestReport report) => new()
    {
        ["read"] = report.RowsRead,
        ["accepted"] = report.Accepted,
        ["rejected"] = report.Rejected,
        ["duplicates"] = report.Duplicates,
        ["issues"] = new JsonArray([.. report.Issues.Select(issue => (JsonNode)new JsonObject
        {
            ["table"] = issue.Table.ToString(),
            ["code"] = issue.Code.ToString(),
            ["rows"] = issue.Count,
            ["message"] = issue.Message,
        })]),
    };

    private static JsonNode? Part<T>(T value) => JsonNode.Parse(UserOpsJson.Serialize(value));
}
