using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Architecture;

/// <summary>The README's code compiles as it stands and prints what a reader expects.</summary>
[Collection(nameof(ReadmeTests))]
[CollectionDefinition(nameof(ReadmeTests), DisableParallelization = true)]
public class ReadmeTests
{
    private const string Rows = """
        Row[] log =
        [
            new("ann", new(2026, 3, 1, 9, 0, 0), "view", "app", null),
            new("ann", new(2026, 3, 2, 9, 0, 0), "pay", "app", 50m),
            new("bob", new(2026, 3, 1, 9, 0, 0), "view", "web", null),
            new("bob", new(2026, 3, 1, 9, 5, 0), "pay", null, 49.99m),
        ];

        """;

    private const string RowType = """

        record Row(string Customer, DateTime LocalTime, string Event, string? Channel, decimal? Amount);
        """;

    [Fact]
    public void Example_CompiledAndRun_PrintsTheSteps()
    {
        string example = CodeBlocks(Path.Combine(Repository.Root, "README.md")).First();
        string[] lines = example.Split('\n');
        string program = string.Join('\n', lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal)))
            + "\nusing System;\n" + Rows + string.Join('\n', lines.Where(line => !line.StartsWith("using ", StringComparison.Ordinal))) + RowType;

        Assert.Equal("2 of 2 = 100.0%\n1 of 2 = 50.0%\n", Run(program).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void FunnelPage_JsonExample_IsAFunnel()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "funnels.md"));
        string json = page.Split("```json\n")[1].Split("```")[0];
        var model = new FunnelModel(UserOpsJson.Deserialize<FunnelDefinition>(json));
        Assert.Equal(TimeSpan.FromDays(7), model.Definition.Window);
    }

    private static string Run(string program)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "readme",
            [CSharpSyntaxTree.ParseText(program)],
            [.. LibrarySources.FrameworkReferences(), MetadataReference.CreateFromFile(typeof(UserOpsDataset).Assembly.Location)],
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics) + "\n" + program);

        TextWriter console = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }

    private static IEnumerable<string> CodeBlocks(string page) =>
        File.ReadAllText(page).Split("```csharp\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]);
}
