namespace UserOps.Models.Lifecycle;

/// <summary>What must be the same of two summaries before their counts mean something together.</summary>
internal static class ChurnMerging
{
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    internal static void RequireSame<TDefinition>(TDefinition a, TDefinition b, EvaluationContext contextOfA, EvaluationContext contextOfB)
        where TDefinition : class, IEquatable<TDefinition>
    {
        if (!a.Equals(b))
        {
            throw new ArgumentException("The summaries answer different definitions; they cannot be added up.", nameof(b));
        }

        if (contextOfA != contextOfB)
        {
            throw new ArgumentException("The summaries have different contexts (as of, zone, first day of the week); they cannot be added up.", nameof(b));
        }
    }
}
