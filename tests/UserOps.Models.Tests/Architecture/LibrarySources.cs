using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Models.Tests.Architecture;

/// <summary>The library's sources as one compilation: what a test of the house's rules asks about.</summary>
internal static class LibrarySources
{
    private static readonly Lazy<CSharpCompilation> Compiled = new(Compile);

    internal static CSharpCompilation Compilation => Compiled.Value;

    /// <summary>References to what this process itself runs with: the framework and the packages.</summary>
    internal static IReadOnlyList<MetadataReference> FrameworkReferences() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != "UserOps.Models")
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    private static CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        IEnumerable<SyntaxTree> trees = Repository.LibraryFiles().Select(path =>
            CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Library, path)), options, path));
        SyntaxTree usings = CSharpSyntaxTree.ParseText(
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;",
            options,
            "usings.cs");
        return CSharpCompilation.Create("UserOps.Models", [.. trees, usings], FrameworkReferences(), new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
