using System.Collections.Immutable;
using System.Text;

namespace UserOps.Models;

/// <summary>A definition cannot be, by itself or for the data it was asked of; every fault is listed.</summary>
public sealed class InvalidDefinitionException : ArgumentException
{
    /// <summary>Initializes a new instance of the <see cref="InvalidDefinitionException"/> class.</summary>
    /// <param name="issues">The faults; at least one.</param>
    /// <exception cref="ArgumentException">The list is default or empty.</exception>
    public InvalidDefinitionException(ImmutableArray<DefinitionIssue> issues)
        : base(Describe(issues))
        => Issues = issues;

    /// <summary>Gets the faults in the order of the definition; at least one.</summary>
    public ImmutableArray<DefinitionIssue> Issues { get; }

    internal static void ThrowIfAny(ImmutableArray<DefinitionIssue> issues)
    {
        if (!issues.IsDefaultOrEmpty)
        {
            throw new InvalidDefinitionException(issues);
        }
    }

    private static string Describe(ImmutableArray<DefinitionIssue> issues)
    {
        if (issues.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A definition without faults is not invalid.", nameof(issues));
        }

        var text = new StringBuilder("The definition cannot be used:");
        foreach (DefinitionIssue issue in issues)
        {
            text.Append('\n').Append(issue.Path.Length == 0 ? "(whole)" : issue.Path).Append(": ").Append(issue.Message)
                .Append(" [").Append(issue.Code).Append(']');
        }

        return text.ToString();
    }
}
