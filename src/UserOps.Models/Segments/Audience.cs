namespace UserOps.Models;

/// <summary>The answer of a rule over users: who is in, and of whom it is not known.</summary>
/// <remarks>Immutable, bound to the dataset that was asked. Members and uncertain users have nobody in common; everyone else of the universe is out.</remarks>
public sealed class Audience
{
    internal Audience(SegmentRule rule, EvaluationContext context, UserSet members, UserSet uncertain, UserSet universe)
    {
        Rule = rule;
        Context = context;
        Members = members;
        Uncertain = uncertain;
        Universe = universe;
    }

    /// <summary>Gets the rule that was asked.</summary>
    public SegmentRule Rule { get; }

    /// <summary>Gets the instant and the zone for which it was asked.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the users for whom the rule is true.</summary>
    public UserSet Members { get; }

    /// <summary>Gets the users for whom the rule is unknown, because a value it needs is missing.</summary>
    public UserSet Uncertain { get; }

    /// <summary>Gets the users who were asked: all of the directory, those known only from events included.</summary>
    public UserSet Universe { get; }

    /// <summary>Gets the size of the audience if every uncertain user were out.</summary>
    public int LowerSize => Members.Count;

    /// <summary>Gets the size of the audience if every uncertain user were in.</summary>
    public int UpperSize => Members.Count + Uncertain.Count;
}
