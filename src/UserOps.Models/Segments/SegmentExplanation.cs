using System.Collections.Immutable;
using System.Text;

namespace UserOps.Models;

/// <summary>Why one node of a rule says of a user what it says, as data; the explanations of its operands hang below it.</summary>
public sealed record SegmentExplanation
{
    /// <summary>Gets the place of the node in the rule, an RFC 6901 pointer; empty for the whole.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the operator of the node, as in JSON.</summary>
    public required string Op { get; init; }

    /// <summary>Gets what a leaf asks about: its field, its event (of several, the first), or the segment it names; null for other nodes.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the answer: the one <see cref="SegmentModel.Evaluate"/> gives, without short cut.</summary>
    public required RuleAnswer Answer { get; init; }

    /// <summary>Gets the operands in their order; empty for a leaf. Tests of events and segments that are named are not opened.</summary>
    public ImmutableArray<SegmentExplanation> Operands
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>
    /// Gets the pointers of the operands whose answer is the answer of this node; of a single operand its pointer, and of a leaf its own.
    /// </summary>
    public ImmutableArray<string> Decisive
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the value a leaf looked at: the field's, the count, what was made of events. Null where it is missing, and for other nodes.</summary>
    public ActualValue? Actual { get; init; }

    /// <summary>Gets what it was compared with: one value, the two ends of a range, the values of a list; empty where nothing was, or the other field is missing.</summary>
    public ImmutableArray<ActualValue> Compared
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets how much is missing or spare; null where that is no number.</summary>
    public BoundaryDistance? Distance { get; init; }

    /// <summary>
    /// Gets the events that were counted or made into a number; of a true sequence one choice that keeps every limit; of <c>didThenNot</c> the
    /// latest first event that was not followed or, where the answer is unknown, the earliest one that still waits. In the order of time.
    /// </summary>
    public ImmutableArray<RuleEvidence> Evidence
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>
    /// Gets until when this stands if nothing else happens: the instant at which the oldest of <see cref="Evidence"/> leaves the window, a wait is
    /// over, or an attribute enters or leaves its window (an anniversary: the first later day on which the answer is another). Null where time alone
    /// changes nothing.
    /// </summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Lists this node and all below it, a node before its operands.</summary>
    public IEnumerable<SegmentExplanation> SelfAndOperands() => Operands.SelectMany(operand => operand.SelfAndOperands()).Prepend(this);

    /// <inheritdoc/>
    public bool Equals(SegmentExplanation? other) => other is not null
        && (Path, Op, Subject, Answer) == (other.Path, other.Op, other.Subject, other.Answer)
        && Actual == other.Actual
        && Distance == other.Distance
        && Until == other.Until
        && ListEquality.Equal(Operands, other.Operands)
        && ListEquality.Equal(Decisive, other.Decisive)
        && ListEquality.Equal(Compared, other.Compared)
        && ListEquality.Equal(Evidence, other.Evidence);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Path, Op, Subject, Answer, Actual, Until, ListEquality.Hash(Operands), ListEquality.Hash(Evidence));

    /// <summary>
    /// Writes the tree, a line for each node and one for each event that served it, without regard to culture:
    /// <c>False: eventCount login is 1, compared with 2, distance +1, until 2026-04-05T00:00:00+00:00</c>.
    /// </summary>
    public override string ToString() => Write(new StringBuilder(), 0).ToString();

    private StringBuilder Write(StringBuilder text, int indent)
    {
        text.Append(' ', indent).Append(Answer).Append(": ").Append(Op);
        if (Operands.IsEmpty)
        {
            WriteLeaf(text);
        }

        foreach (RuleEvidence served in Evidence)
        {
            text.Append('\n').Append(' ', indent + 2).Append(served);
        }

        foreach (SegmentExplanation operand in Operands)
        {
            operand.Write(text.Append('\n'), indent + 2);
        }

        return text;
    }

    private void WriteLeaf(StringBuilder text)
    {
        text.Append(Subject is null ? "" : " " + Subject)
            .Append(Actual is null ? "" : $" is {Actual}")
            .Append(Compared.IsEmpty ? "" : $", compared with {string.Join(", ", Compared)}")
            .Append(Distance is null ? "" : $", distance {Distance}")
            .Append(Until is { } until ? $", until {IsoTime.Write(until)}" : "");
    }
}
