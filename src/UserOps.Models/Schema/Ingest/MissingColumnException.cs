using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A map names a column that the reader does not have.</summary>
public sealed class MissingColumnException : ArgumentException
{
    internal MissingColumnException(string column, ImmutableArray<string> available)
        : base($"There is no column '{column}'; there are {Describe(available)}.")
    {
        Column = column;
        Available = available;
    }

    /// <summary>Gets the name that was asked for.</summary>
    public string Column { get; }

    /// <summary>Gets the names there are, in the order of the reader.</summary>
    public ImmutableArray<string> Available { get; }

    private static string Describe(ImmutableArray<string> names)
        => names.IsEmpty ? "none" : string.Join(", ", names.Select(name => $"'{name}'"));
}
