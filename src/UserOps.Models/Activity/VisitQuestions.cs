using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Adding up answers: only those to one question, because equal counts of other questions mean other things.</summary>
internal static class VisitQuestions
{
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    internal static void RequireSame<T>(T a, T b, EvaluationContext contextOfA, EvaluationContext contextOfB, string parameterName)
        where T : class
    {
        if (!a.Equals(b))
        {
            throw new ArgumentException("The summaries answer different definitions; they cannot be added up.", parameterName);
        }

        if (contextOfA != contextOfB)
        {
            throw new ArgumentException(
                "The summaries have different contexts (as of, zone, first day of the week); they cannot be added up.", parameterName);
        }
    }

    internal static ImmutableArray<string> UnknownInBoth(ImmutableArray<string> a, ImmutableArray<string> b)
        => [.. a.Where(name => b.Contains(name, StringComparer.Ordinal))];
}
