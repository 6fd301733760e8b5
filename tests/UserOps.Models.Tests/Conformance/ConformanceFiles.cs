using System.Text.Json;

namespace UserOps.Models.Tests.Conformance;

/// <summary>Finds the conformance cases: those that come with the tests, and those of the folder a caller names.</summary>
/// <remarks>
/// The environment variable <c>USEROPS_CONFORMANCE_DIR</c> names a folder of further files. Whatever is wrong with it (no such folder,
/// no file, text that is not JSON, two cases of one name) becomes a case that fails and says so: a run never passes by finding nothing.
/// </remarks>
internal static class ConformanceFiles
{
    public const string FolderVariable = "USEROPS_CONFORMANCE_DIR";

    private const string Format = "userops-conformance/1";
    private static readonly Lazy<IReadOnlyDictionary<string, ConformanceCase>> AllCases = new(ReadAll);

    /// <summary>Gets every case by its id.</summary>
    public static IReadOnlyDictionary<string, ConformanceCase> Cases => AllCases.Value;

    /// <summary>Lists the ids as test data, of one subject or of all.</summary>
    public static TheoryData<string> Ids(string? subject = null) =>
        [.. Cases.Values.Where(c => subject is null || c.Subject == subject).Select(c => c.Id)];

    private static Dictionary<string, ConformanceCase> ReadAll()
    {
        var cases = new Dictionary<string, ConformanceCase>(StringComparer.Ordinal);
        string builtIn = Path.Combine(AppContext.BaseDirectory, "Conformance", "Cases");
        foreach (ConformanceCase found in ReadFolder(builtIn, "").Concat(ReadNamedFolder()))
        {
            ConformanceCase kept = found;
            for (int copy = 2; cases.ContainsKey(kept.Id); copy++)
            {
                kept = found with { Id = $"{found.Id} ({copy})", Fault = $"The name '{found.Id}' is not unique." };
            }

            cases.Add(kept.Id, kept);
        }

        return cases;
    }

    private static List<ConformanceCase> ReadNamedFolder() =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? ReadFolder(folder, $"${FolderVariable}/") : [];

    private static List<ConformanceCase> ReadFolder(string folder, string prefix)
    {
        if (!Directory.Exists(folder))
        {
            return [Faulty($"{prefix}*", $"There is no folder '{folder}'.")];
        }

        string[] files = Directory.GetFiles(folder, "*.json");
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length == 0
            ? [Faulty($"{prefix}*", $"The folder '{folder}' holds no *.json.")]
            : [.. files.SelectMany(file => Read(prefix + Path.GetFileName(file), File.ReadAllText(file)))];
    }

    /// <summary>Reads the cases of one file from its text.</summary>
    internal static IReadOnlyList<ConformanceCase> Read(string file, string json)
    {
        try
        {
            JsonElement root = JsonDocument.Parse(json).RootElement;
            string format = root.GetProperty("format").GetString()!;
            return format == Format
                ? [.. root.GetProperty("cases").EnumerateArray().Select((body, index) => ReadCase(file, root, body, index))]
                : [Faulty($"{file}: (file)", $"The format is '{format}', not '{Format}'.")];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [Faulty($"{file}: (file)", $"The file is not a conformance file: {fault.Message}")];
        }
    }

    private static ConformanceCase ReadCase(string file, JsonElement root, JsonElement body, int index)
    {
        string name = body.Text("name") ?? body.Text("id") ?? $"(case {index})";
        string? subject = root.Text("model") ?? body.Text("model");
        subject ??= $"area {root.Text("area") ?? body.Text("area") ?? "(none)"}, kind {body.Text("kind") ?? "(none)"}";
        return new ConformanceCase($"{file}: {name}", subject, body);
    }

    private static ConformanceCase Faulty(string id, string fault) => new(id, "(none)", default, fault);
}
