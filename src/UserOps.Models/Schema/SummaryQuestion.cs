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

    /// <summary>Refuses summaries whose parts are not the same: one that was read from a text need not be what a model makes.</summary>
    /// <exception cref="ArgumentException">Names or their order differ.</exception>
    internal static void RequireSameParts(IEnumerable<string> names, IEnumerable<string> otherNames, string parameterName)
    {
        if (!names.SequenceEqual(otherNames, StringComparer.Ordinal))
        {
            throw new ArgumentException("The summaries have different parts; they cannot be added up.", parameterName);
        }
    }

    /// <summary>Adds counts place by place.</summary>
    /// <exception cref="ArgumentException">There are more of one than of the other.</exception>
    internal static ImmutableArray<long> Sum(ImmutableArray<long> a, ImmutableArray<long> b) => a.Length == b.Length
        ? [.. a.Zip(b, (left, right) => left + right)]
        : throw new ArgumentException($"One summary has {a.Length} counts and the other {b.Length}; they cannot be added up.", nameof(b));
}
