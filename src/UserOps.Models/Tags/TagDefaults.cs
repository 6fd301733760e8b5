namespace UserOps.Models.Tags;

/// <summary>Names and limits of the tags room, each named once.</summary>
internal static class TagDefaults
{
    /// <summary>What the ids of shipped tags start with.</summary>
    internal const string BuiltInPrefix = "builtin.";

    /// <summary>What the name of a tag starts with where a rule reads its value as a field; no column of a caller's can be called so.</summary>
    internal const string FieldPrefix = "@tag.";

    /// <summary>Digits after the point of exact values: what a quantity can hold.</summary>
    internal const int MaximumScale = SchemaDefaults.MaximumScale;

    /// <summary>Users judged at a time: whole words of a bitmap, so that no two threads write into one; few enough for a heavy user to delay nobody.</summary>
    internal const int UsersPerPart = 1 << 10;
}
