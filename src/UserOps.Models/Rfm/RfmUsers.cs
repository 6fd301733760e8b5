using System.Diagnostics.CodeAnalysis;

namespace UserOps.Models.Rfm;

/// <summary>The users behind an answer, bound to its dataset.</summary>
public sealed class RfmUsers
{
    private readonly RfmEvaluation _evaluation;
    private readonly Lazy<UserSet> _members;

    internal RfmUsers(RfmEvaluation evaluation)
    {
        _evaluation = evaluation;
        _members = new(() => SetOf(_ => true));
    }

    /// <summary>Gets the users with a purchase in the window.</summary>
    public UserSet Members => _members.Value;

    /// <summary>
    /// Gets the users without one who were there at 'as of', by a row in the user table or an event of any name: outside the model, they have no scores, not low
    /// ones. Who comes later is in no set.
    /// </summary>
    public UserSet Outside => _evaluation.Seen.Except(Members);

    /// <summary>Gets the members in no group, because they have no value on the third axis.</summary>
    public UserSet Ungrouped => SetOf(member => Placing.Sides[member] >= RfmSides.NoGroup);

    /// <summary>Gets the members whose value on the third axis is 0 or negative: everything came back.</summary>
    public UserSet WithoutPositiveValue => SetOf(member => Facts.Value[member] is <= 0 and > ValueList.NoAmount);

    private RfmFacts Facts => _evaluation.Facts;

    private RfmPlacing Placing => _evaluation.Placing;

    private UserDirectory Directory => _evaluation.Question.Data.Directory;

    /// <summary>Gets the members of a group.</summary>
    /// <param name="group">One of the eight.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the eight.</exception>
    public UserSet In(RfmGroup group)
    {
        RfmGroups.CodeOf(group);
        return SetOf(member => Placing.Sides[member] == (byte)group);
    }

    /// <summary>Gets the members with a label.</summary>
    /// <param name="label">One of the three.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public UserSet In(RfmLabel label)
    {
        RfmLabels.NameOf(label);
        bool[] has = [.. Enumerable.Range(0, RfmSides.Count).Select(code => RfmSides.LabelOf((byte)code, _evaluation.Question.Definition.Labels) == label)];
        return SetOf(member => has[Placing.Sides[member]]);
    }

    /// <summary>Gets the members of a named segment.</summary>
    /// <param name="segment">Its id; ordinal.</param>
    /// <exception cref="ArgumentException">The definition has no segment table, or the table no such segment.</exception>
    public UserSet In(string segment)
    {
        int index = Placing.IndexOf(segment, nameof(segment));
        return SetOf(member => Placing.Segments[member] == index);
    }

    /// <summary>Gets the members with three scores.</summary>
    /// <param name="cell">The scores of recency, frequency and the third axis.</param>
    public UserSet In(RfmCell cell) => SetOf(member
        => Placing.Recency[member] == cell.Recency && Placing.Frequency[member] == cell.Frequency && Placing.Monetary[member] == cell.Monetary);

    /// <summary>Counts the members with three scores, without making a set of them.</summary>
    /// <param name="cell">The scores of recency, frequency and the third axis.</param>
    public int CountOf(RfmCell cell)
    {
        int count = 0;
        for (int member = 0; member < Facts.Count; member++)
        {
            count += Placing.Recency[member] == cell.Recency && Placing.Frequency[member] == cell.Frequency && Placing.Monetary[member] == cell.Monetary ? 1 : 0;
        }

        return count;
    }

    /// <summary>Gets the members with a score on one axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="score">The score; nobody has one beyond the highest.</param>
    /// <exception cref="ArgumentException">The definition does not ask the axis.</exception>
    public UserSet WithScore(RfmAxis axis, int score)
    {
        byte[] scores = Placing.ScoresOf(axis) ?? throw new ArgumentException($"The definition does not score {axis}.", nameof(axis));
        return SetOf(member => score > 0 && scores[member] == score);
    }

    /// <summary>Finds a member.</summary>
    /// <param name="id">The caller's key.</param>
    /// <param name="member">What was measured; null for users outside.</param>
    /// <returns>Whether the user has a purchase in the window.</returns>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public bool TryGet(UserId id, [NotNullWhen(true)] out RfmUser? member)
    {
        int place = Array.BinarySearch(Facts.Users, OrdinalOf(id));
        member = place < 0 ? null : _evaluation.UserAt(place);
        return member is not null;
    }

    /// <summary>Lists the members.</summary>
    public IEnumerable<RfmUser> All() => Enumerable.Range(0, Facts.Count).Select(_evaluation.UserAt);

    /// <summary>Says why a user is where they are: the events behind the measures, and how far away every boundary is.</summary>
    /// <param name="id">The caller's key.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    /// <remarks>Looks at the events of the one user alone.</remarks>
    public RfmExplanation Explain(UserId id) => new RfmExplainer(_evaluation).Explain(id, OrdinalOf(id));

    private int OrdinalOf(UserId id) => Directory.TryGetOrdinal(id, out int ordinal) ? ordinal : throw new KeyNotFoundException($"The dataset does not know the user '{id}'.");

    private UserSet SetOf(Func<int, bool> belongs)
    {
        var words = new ulong[BitKernels.WordsFor(Directory.Count)];
        for (int member = 0; member < Facts.Count; member++)
        {
            int user = Facts.Users[member];
            words[user >> 6] |= (belongs(member) ? 1UL : 0) << user;
        }

        return new(Directory, words);
    }
}
