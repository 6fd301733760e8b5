namespace UserOps.Models.GrowthModels;

/// <summary>The users behind an AARRR result, bound to its dataset.</summary>
public sealed class AarrrUsers
{
    private readonly GrowthEvaluation _evaluation;

    internal AarrrUsers(GrowthEvaluation evaluation) => _evaluation = evaluation;

    /// <summary>Gets the cohort.</summary>
    public UserSet Cohort => _evaluation.Users(GrowthStages.Acquisition);

    /// <summary>Gets the cohort users who reached a stage, whatever else they reached.</summary>
    /// <param name="stage">One of the five.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    public UserSet Reached(GrowthStage stage) => _evaluation.Users(GrowthStageSets.Only(stage));

    /// <summary>Gets the users who reached a stage and all stages before it.</summary>
    /// <param name="stage">One of the five.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    public UserSet ReachedInOrder(GrowthStage stage) => _evaluation.Users(GrowthStageSets.UpTo(stage));

    /// <summary>Gets the users who reached all stages before a stage, but not the stage: whom to talk to about it.</summary>
    /// <param name="stage">One of the five; before acquisition nobody is lost, because the cohort begins with it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    public UserSet LostBefore(GrowthStage stage) => _evaluation.Users(GrowthStageSets.UpTo(stage) & ~GrowthStageSets.Only(stage), GrowthStageSets.Only(stage));

    /// <summary>Says why a user is where the result puts them.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public GrowthExplanation Explain(UserId user) => GrowthExplainer.Explain(_evaluation, user);
}
