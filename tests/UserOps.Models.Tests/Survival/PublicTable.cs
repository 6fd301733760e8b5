using System.Globalization;

namespace UserOps.Models.Tests.Survival;

/// <summary>A public data set as rows of named texts; an empty field is null.</summary>
internal static class PublicTable
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string?>> Read(string file)
    {
        string[] lines = File.ReadAllLines(PublicDataFactAttribute.PathOf(file));
        string[] names = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => Row(names, line.Split(',')))];
    }

    public static double? Number(this IReadOnlyDictionary<string, string?> row, string column)
        => row[column] is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static Dictionary<string, string?> Row(string[] names, string[] fields)
        => names.Zip(fields).ToDictionary(field => field.First, field => field.Second.Length == 0 ? null : field.Second);
}
