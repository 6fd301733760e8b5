namespace UserOps.Models.Tests;

/// <summary>A theory about public data sets, which are never committed; skipped, with the reason, where their folder is absent.</summary>
/// <remarks>The folder is that of <see cref="PublicDataFactAttribute"/>. Where it is there but lacks a file, the test fails.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the folder.</summary>
    public PublicDataTheoryAttribute()
    {
        string folder = PublicDataFactAttribute.PathOf("");
        if (!Directory.Exists(folder))
        {
            Skip = $"{folder} is absent; USEROPS_DATA_DIR names the folder of the public data sets.";
        }
    }
}
