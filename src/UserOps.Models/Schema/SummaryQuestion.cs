using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What summaries do when two of them are joined.</summary>
internal static class SummaryQuestion
{
    /// <summary>Refuses summaries of different questions, whose counts may be equal and still mean different things.</summary>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    internal static void RequireSame(object? definition, EvaluationContext? context, object? otherDefinition, EvaluationContext? otherContext, string parameterName)
    {
        if (!Equals(definition, otherDefinition))
        {
            throw new ArgumentException("The summaries answer different definitions; they cannot be added up.", parameterName);
        }

        if (context != otherContext)
        {
            throw new ArgumentException("The summaries have different contexts (as of, zone, first day of the week); they cannot be added up.", parameterName);
        }
    }

    /// <summary>Gets the names that neither part ever held.</summary>
    internal static ImmutableArray<string> UnknownToBoth(ImmutableArray<string> a, ImmutableArray<string> b)
        => [.. a.Where(name => b.Contains(name, StringComparer.Ordinal))];

    /// <summary>Adds counts place by place.</summary>
    internal static ImmutableArray<long> Sum(ImmutableArray<long> a, ImmutableArray<long> b) => [.. a.Zip(b, (left, right) => left + right)];
}
