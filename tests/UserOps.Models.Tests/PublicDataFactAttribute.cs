using UserOps.Models.Tests.Architecture;

namespace UserOps.Models.Tests;

/// <summary>A fact about a public data set, which is never committed; skipped, with the reason, where the file is absent.</summary>
/// <remarks>The folder is <c>USEROPS_DATA_DIR</c>, or <c>../shared/data</c> beside the repository.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicDataFactAttribute : FactAttribute
{
    /// <summary>Names the file the fact is about.</summary>
    public PublicDataFactAttribute(string file)
    {
        File = file;
        if (!System.IO.File.Exists(PathOf(file)))
        {
            Skip = $"{PathOf(file)} is absent; USEROPS_DATA_DIR names the folder of the public data sets.";
        }
    }

    /// <summary>Gets the file.</summary>
    public string File { get; }

    /// <summary>Gives the path of a file of the folder.</summary>
    public static string PathOf(string file)
        => Path.Combine(Environment.GetEnvironmentVariable("USEROPS_DATA_DIR") ?? Path.Combine(Repository.Root, "..", "shared", "data"), file);
}
