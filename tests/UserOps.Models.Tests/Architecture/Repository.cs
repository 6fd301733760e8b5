using System.Runtime.CompilerServices;

namespace UserOps.Models.Tests.Architecture;

/// <summary>Where the sources lie, for tests that read them: found from this file's own path, which the compiler writes down.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string Library { get; } = Path.Combine(Root, "src", "UserOps.Models");

    /// <summary>The rooms of the library: its folders that hold code, in ordinal order.</summary>
    internal static IReadOnlyList<string> Rooms { get; } =
    [
        .. Directory.GetDirectories(Library).Select(path => Path.GetFileName(path)).Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal),
    ];

    /// <summary>Source files of the library, as paths relative to it with forward slashes.</summary>
    internal static IEnumerable<string> LibraryFiles() =>
        Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Library, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        // Deterministic builds map the compiler's path away, so the test binary's own place is the fallback.
        foreach (string start in new[] { Path.GetDirectoryName(ThisFile())!, AppContext.BaseDirectory })
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "UserOps.Models.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new InvalidOperationException("The repository's root was not found above the test assembly: run the tests from a checkout.");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
