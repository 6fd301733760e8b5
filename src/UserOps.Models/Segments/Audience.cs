using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>The answer of a rule over users: who is in, and of whom it is not known.</summary>
/// <remarks>
/// Immutable, bound to the dataset that was asked. Members and uncertain users have nobody in common; everyone else of the universe is out.
/// Audiences combine by the same three-valued logic as rules: who is in one and uncertain in the other is uncertain in both.
/// </remarks>
public sealed class Audience
{
    internal Audience(SegmentRule rule, string ruleVersion, EvaluationContext context, UserSet members, UserSet uncertain, ImmutableArray<string> unknownEvents)
    {
        Rule = rule;
        RuleVersion = ruleVersion;
        Context = context;
        Members = members;
        Uncertain = uncertain;
        Universe = UserSet.Everyone(members.Directory);
        UnknownEvents = unknownEvents;
    }

    /// <summary>Gets the rule that was asked.</summary>
    public SegmentRule Rule { get; }

    /// <summary>
    /// Gets 16 hexadecimal digits that tell one rule from another: the first of the SHA-256 of its JSON and of the JSON of every rule it refers
    /// to. Equal rules have equal versions, on any machine; of a combination it stands for both parts and the way they were combined.
    /// </summary>
    public string RuleVersion { get; }

    /// <summary>Gets the instant and the zone for which it was asked.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the users for whom the rule is true.</summary>
    public UserSet Members { get; }

    /// <summary>Gets the users for whom the rule is unknown, because a value it needs is missing.</summary>
    public UserSet Uncertain { get; }

    /// <summary>Gets the users who were asked: all of the directory, those known only from events included.</summary>
    public UserSet Universe { get; }

    /// <summary>Gets the event names of the rule that the data never held, ordinal: normal in a shard, a misspelling elsewhere.</summary>
    public ImmutableArray<string> UnknownEvents { get; }

    /// <summary>Gets the size of the audience if every uncertain user were out.</summary>
    public int LowerSize => Members.Count;

    /// <summary>Gets the size of the audience if every uncertain user were in.</summary>
    public int UpperSize => Members.Count + Uncertain.Count;

    private UserSet Possible => Members.Union(Uncertain);

    /// <summary>Gives who is in both; uncertain is who may be in both and is not known to be.</summary>
    /// <param name="other">Asked of the same data, for the same instant and zone.</param>
    /// <exception cref="ArgumentException">It was asked of other data or for another instant or zone.</exception>
    public Audience Intersect(Audience other)
    {
        RequireSameQuestion(other);
        return Combined("and", other, Rule.And(other.Rule), Members.Intersect(other.Members), Possible.Intersect(other.Possible));
    }

    /// <summary>Gives who is in either; uncertain is who may be and is known to be in neither.</summary>
    /// <inheritdoc cref="Intersect"/>
    public Audience Union(Audience other)
    {
        RequireSameQuestion(other);
        return Combined("or", other, Rule.Or(other.Rule), Members.Union(other.Members), Possible.Union(other.Possible));
    }

    /// <summary>Gives who is in this one and known to be out of the other; uncertain is who may be.</summary>
    /// <inheritdoc cref="Intersect"/>
    public Audience Except(Audience other)
    {
        RequireSameQuestion(other);
        return Combined("andNot", other, Rule.And(other.Rule.Not()), Members.Except(other.Possible), Possible.Except(other.Members));
    }

    /// <summary>Gives who is in one and known to be out of the other; uncertain is who is uncertain in either.</summary>
    /// <inheritdoc cref="Intersect"/>
    public Audience SymmetricDifference(Audience other)
    {
        RequireSameQuestion(other);
        UserSet uncertain = Uncertain.Union(other.Uncertain);
        UserSet members = Members.Union(other.Members).Except(Members.Intersect(other.Members)).Except(uncertain);
        SegmentRule rule = Rule.And(other.Rule.Not()).Or(Rule.Not().And(other.Rule));
        return Combined("xor", other, rule, members, members.Union(uncertain));
    }

    /// <summary>Gives who is known to be out, of the same universe; uncertain stays uncertain.</summary>
    public Audience Complement()
        => new(Rule.Not(), RuleVersions.Of("not", RuleVersion), Context, Universe.Except(Possible), Uncertain, UnknownEvents);

    private Audience Combined(string how, Audience other, SegmentRule rule, UserSet members, UserSet possible) => new(
        rule,
        RuleVersions.Of(how, RuleVersion, other.RuleVersion),
        Context,
        members,
        possible.Except(members),
        [.. UnknownEvents.Union(other.UnknownEvents, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private void RequireSameQuestion(Audience other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Universe.Equals(other.Universe))
        {
            throw new ArgumentException("The audiences were asked of different data, so that each knows nothing of some users of the other.", nameof(other));
        }

        if (Context != other.Context)
        {
            throw new ArgumentException("The audiences were asked for different instants or zones; combine their Members instead.", nameof(other));
        }
    }
}
