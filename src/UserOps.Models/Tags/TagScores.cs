using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>The scores behind a tag, for all users: exact, with what the unknown elements could still change. Immutable, bound to the dataset.</summary>
public sealed class TagScores
{
    private readonly ImmutableArray<RowTruth> _truths;
    private readonly UserDirectory _directory;

    internal TagScores(ScoreComputation computation, UserDirectory directory, QuantityColumn values, QuantityColumn lower, QuantityColumn upper, ImmutableArray<RowTruth> truths)
    {
        Computation = computation;
        _directory = directory;
        Values = values;
        Lower = lower;
        Upper = upper;
        _truths = truths;
    }

    /// <summary>Gets what is added up.</summary>
    public ScoreComputation Computation { get; }

    /// <summary>Gets the score of every ordinal: the points of the elements that are true. None is missing.</summary>
    public QuantityColumn Values { get; }

    /// <summary>Gets the least score there could be, were the unknown elements known.</summary>
    public QuantityColumn Lower { get; }

    /// <summary>Gets the greatest score there could be, were the unknown elements known.</summary>
    public QuantityColumn Upper { get; }

    /// <summary>Gets the name of the band a score lies in; null below the first one.</summary>
    /// <param name="score">Any number.</param>
    public string? BandOf(decimal score) => Computation.Bands.LastOrDefault(band => band.From <= score)?.Name;

    /// <summary>Gets the users for whom an element is true.</summary>
    /// <param name="element">An index into the elements.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public UserSet With(int element) => new(_directory, TruthOf(element).True);

    /// <summary>Gets the users for whom an element is unknown.</summary>
    /// <inheritdoc cref="With"/>
    public UserSet UnknownOf(int element) => TruthOf(element) is { Unknown.Length: > 0 } truth ? new(_directory, truth.Unknown) : UserSet.None(_directory);

    /// <summary>Lists the elements that are unknown for a user, by id, in their order.</summary>
    /// <param name="user">A user of the dataset; of anybody else nothing is listed.</param>
    public ImmutableArray<string> UnknownElements(UserId user)
        => [.. Computation.Elements.Where((_, i) => UnknownOf(i).Contains(user)).Select(element => element.Id)];

    private RowTruth TruthOf(int element)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(element);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(element, _truths.Length);
        return _truths[element];
    }
}
