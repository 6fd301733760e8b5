namespace UserOps.Models.Survival;

/// <summary>A number taken from the user table. Plain data.</summary>
public sealed record DurationCovariate
{
    /// <summary>Gets the column: a number, quantity or amount as it is, a flag as 1 or 0, a category with <see cref="Value"/>.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the category's value that gives 1, where any other gives 0; null for the other kinds of column.</summary>
    public string? Value { get; init; }

    /// <summary>Gets what results call it: the field, or <c>field=value</c>.</summary>
    internal string Name => Value is null ? Field : $"{Field}={Value}";
}
