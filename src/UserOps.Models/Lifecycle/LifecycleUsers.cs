namespace UserOps.Models.Lifecycle;

/// <summary>The users behind a life cycle, bound to its dataset.</summary>
public sealed class LifecycleUsers
{
    private readonly LifecycleModel _model;
    private readonly EvaluationContext _context;

    internal LifecycleUsers(LifecycleModel model, UserOpsDataset data, EvaluationContext context, StagedUsers staged)
    {
        (_model, _context, Data, Staged) = (model, context, data, staged);
        Uncertain = new(data.Directory, staged.Uncertain);
    }

    /// <summary>
    /// Gets the users whose place is not known for sure: a rule before the one that placed them is unknown, so that an earlier stage may be theirs; or
    /// whether they are there at all is unknown.
    /// </summary>
    public UserSet Uncertain { get; }

    /// <summary>Gets the users who are there and for whom no rule is true.</summary>
    public UserSet Unassigned => OfCode(LifecycleDefaults.Unassigned);

    /// <summary>Gets the users who are not there.</summary>
    public UserSet Absent => OfCode(LifecycleDefaults.Absent);

    internal UserOpsDataset Data { get; }

    internal StagedUsers Staged { get; }

    private LifecycleDefinition Definition => _model.Definition;

    /// <summary>Gets the users of a stage.</summary>
    /// <param name="stage">Its id.</param>
    /// <exception cref="ArgumentException">The definition has no such stage.</exception>
    public UserSet In(string stage) => OfCode((byte)LifecycleStates.IndexOf(stage, Definition, nameof(stage)));

    /// <summary>Gets the users of all stages of one kind; nobody where the definition has none.</summary>
    /// <param name="kind">One of the five.</param>
    public UserSet In(LifecycleStage kind) => Enumerable.Range(0, Definition.Stages.Length)
        .Where(stage => Definition.Stages[stage].Kind == kind)
        .Aggregate(UserSet.None(Data.Directory), (users, stage) => users.Union(OfCode((byte)stage)));

    /// <summary>Gets the place of a user.</summary>
    /// <param name="id">The caller's key.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public LifecycleState StateOf(UserId id) => LifecycleStates.StateOf(Staged.Codes[OrdinalOf(id)], Definition);

    /// <summary>Says why a user is where they are: the rule that placed them, and why those before did not.</summary>
    /// <param name="id">The caller's key.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    /// <remarks>Looks at the events of the one user alone.</remarks>
    public LifecycleExplanation Explain(UserId id) => LifecycleExplainer.Explain(_model.Plan, Data, _context, id, StateOf(id), Uncertain.Contains(OrdinalOf(id)));

    private int OrdinalOf(UserId id) => Data.Directory.TryGetOrdinal(id, out int ordinal) ? ordinal : throw new KeyNotFoundException($"The dataset does not know the user '{id}'.");

    private UserSet OfCode(byte code)
    {
        var users = new ulong[BitKernels.WordsFor(Data.Directory.Count)];
        LifecycleKernels.Mark(Staged.Codes, code, users);
        return new(Data.Directory, users);
    }
}
