using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>What all summaries of the room ask before they are added up.</summary>
internal static class LifecycleMerging
{
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    internal static void RequireSameQuestion<TDefinition>(
        (TDefinition Definition, EvaluationContext Context) a, (TDefinition Definition, EvaluationContext Context) b, string parameterName)
        where TDefinition : class, IEquatable<TDefinition>
    {
        if (!a.Definition.Equals(b.Definition))
        {
            throw new ArgumentException("The summaries answer different definitions; they cannot be added up.", parameterName);
        }

        if (a.Context != b.Context)
        {
            throw new ArgumentException("The summaries have different contexts (as of, zone, first day of the week); they cannot be added up.", parameterName);
        }
    }

    /// <summary>A name that one part knows is known to the whole.</summary>
    internal static ImmutableArray<string> UnknownToBoth(ImmutableArray<string> a, ImmutableArray<string> b)
        => [.. a.Where(name => b.Contains(name, StringComparer.Ordinal))];
}
