namespace UserOps.Models.GrowthModels;

/// <summary>The users behind a RARRA result, bound to its dataset.</summary>
public sealed class RarraUsers
{
    private readonly GrowthEvaluation _evaluation;

    internal RarraUsers(GrowthEvaluation evaluation) => _evaluation = evaluation;

    /// <summary>Gets the cohort.</summary>
    public UserSet Cohort => _evaluation.Users(GrowthStages.Acquisition);

    /// <summary>Gets the users who came back.</summary>
    public UserSet Retained => _evaluation.Users(GrowthStages.Retention);

    /// <summary>Gets the retained users who reached a stage; for acquisition the cohort.</summary>
    /// <param name="stage">One of the five.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    public UserSet Reached(GrowthStage stage)
        => stage == GrowthStage.Acquisition ? Cohort : _evaluation.Users(GrowthStages.Retention | GrowthStageSets.Only(stage));

    /// <summary>Gets the users of the stage's base who did not reach it: for retention cohort users who stayed away, else retained users.</summary>
    /// <param name="stage">One of the five; before acquisition nobody is lost, because the cohort begins with it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    public UserSet LostBefore(GrowthStage stage)
    {
        GrowthStages lost = GrowthStageSets.Only(stage);
        return _evaluation.Users(lost == GrowthStages.Retention ? GrowthStages.Acquisition : GrowthStages.Retention, lost);
    }

    /// <summary>Says why a user is where the result puts them.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public GrowthExplanation Explain(UserId user) => GrowthExplainer.Explain(_evaluation, user);
}
