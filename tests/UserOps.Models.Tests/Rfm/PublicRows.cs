namespace UserOps.Models.Tests.Rfm;

/// <summary>A public data set as rows of named texts.</summary>
internal static class PublicRows
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        string[] lines = File.ReadAllLines(PublicDataFactAttribute.PathOf(file));
        string[] names = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => names.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second))];
    }
}
