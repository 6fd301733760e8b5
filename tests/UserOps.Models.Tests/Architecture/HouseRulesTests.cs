using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Models.Tests.Architecture;

/// <summary>What holds for every room: its place, its page, its tests, its file names.</summary>
public class HouseRulesTests
{
    private static readonly string[] ListedAtTheTop =
    [
        "UserOps.Models.sln", "README.md", "LICENSE", "Directory.Build.props", "Directory.Packages.props", "global.json",
        ".editorconfig", ".gitattributes", ".gitignore", ".ci", "src", "tests", "benchmarks", "docs",
    ];

    private static readonly string[] PageHeadings =
        ["Question", "Definition", "Semantics", "Example", "Result", "Cost", "Anti-patterns", "Sources"];

    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_HasAPageWithTheCommonHeadings(string room)
    {
        string page = Path.Combine(Repository.Root, "docs", PageName(room) + ".md");
        Assert.True(File.Exists(page), $"{room} has no docs/{PageName(room)}.md");
        string[] headings = [.. File.ReadLines(page).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..].Trim())];
        Assert.Equal(PageHeadings, headings.Where(PageHeadings.Contains));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_HasTests(string room) =>
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Repository.Root, "tests", "UserOps.Models.Tests", room), "*Tests.cs", SearchOption.AllDirectories));

    /// <summary>A positional struct has an empty constructor too, and by that one JSON reads it: missing members become zero unless it is told otherwise.</summary>
    [Fact]
    public void PublicPositionalStruct_IsReadFromJsonWhole()
    {
        IEnumerable<string> strays =
            from type in typeof(UserOpsDataset).Assembly.GetExportedTypes()
            where type.IsValueType && !type.IsEnum
            let constructors = type.GetConstructors()
            where constructors.Length > 0 && !constructors.Any(constructor => constructor.IsDefined(typeof(JsonConstructorAttribute), inherit: false))
            select type.Name;
        Assert.Empty(strays);
    }

    [Fact]
    public void PublicType_StandsInAFileOfItsName()
    {
        List<string> strays = [];
        foreach (SyntaxTree tree in LibrarySources.Compilation.SyntaxTrees)
        {
            string[] types =
            [
                .. tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                    .Where(type => type.Parent is BaseNamespaceDeclarationSyntax && type.Modifiers.Any(modifier => modifier.Text == "public"))
                    .Select(type => type.Identifier.Text).Distinct(),
            ];
            string file = Path.GetFileNameWithoutExtension(tree.FilePath);
            bool named = types.Length == 0 || (types.Length == 1 && (file == types[0] || file.StartsWith(types[0] + "Of", StringComparison.Ordinal) || file.StartsWith(types[0] + ".", StringComparison.Ordinal)));
            if (!named)
            {
                strays.Add($"{tree.FilePath} declares {string.Join(", ", types)}");
            }
        }

        Assert.True(strays.Count == 0, string.Join('\n', strays));
    }

    [Fact]
    public void PublicType_LivesInTheNamespaceOfItsRoom()
    {
        string[] groundFloor = ["Numerics", "Time", "Schema", "Segments"];
        IEnumerable<string> strays =
            from tree in LibrarySources.Compilation.SyntaxTrees
            where tree.FilePath.Contains('/')
            let room = tree.FilePath[..tree.FilePath.IndexOf('/')]
            let expected = groundFloor.Contains(room) ? "UserOps.Models" : "UserOps.Models." + room
            from space in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            where space.Name.ToString() != expected
            select $"{tree.FilePath}: {space.Name}, not {expected}";
        Assert.Empty(strays);
    }

    [Fact]
    public void TheTop_HoldsOnlyWhatTheDesignLists()
    {
        // Build output and version control lie there too, and are ignored by it.
        string[] notKept = [".git", "bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", ".vs", ".vscode", ".idea"];
        IEnumerable<string> found = Directory.GetFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)!);
        Assert.Empty(found.Except(ListedAtTheTop).Except(notKept));
    }

    private static string PageName(string room) =>
        string.Concat(room.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
