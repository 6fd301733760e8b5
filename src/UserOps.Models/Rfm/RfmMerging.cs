using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>What must hold before rows of two summaries are added up place by place: they come from elsewhere, and a row too few would be lost in silence.</summary>
internal static class RfmMerging
{
    /// <exception cref="ArgumentException">There are more rows on one side, or a row is about something else.</exception>
    internal static void RequireSameRows<T, TKey>(ImmutableArray<T> a, ImmutableArray<T> b, Func<T, TKey> keyOf, string parameterName)
    {
        if (a.IsDefault || b.IsDefault || !a.Select(keyOf).SequenceEqual(b.Select(keyOf)))
        {
            throw new ArgumentException($"The summaries have different rows of {typeof(T).Name}; they cannot be added up.", parameterName);
        }
    }

    /// <exception cref="ArgumentException">Users of a part are scored or split by each other.</exception>
    internal static void RequireShared(RfmDefinition definition, string parameterName)
    {
        if (RfmSharing.WhyNot(definition) is { } reason)
        {
            throw new ArgumentException(reason, parameterName);
        }
    }
}
