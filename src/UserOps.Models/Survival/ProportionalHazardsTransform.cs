namespace UserOps.Models.Survival;

/// <summary>Of what function of time a coefficient might be that is not the same at all times.</summary>
public enum ProportionalHazardsTransform
{
    /// <summary>Time itself.</summary>
    Identity,

    /// <summary>The natural logarithm of time: early changes weigh more.</summary>
    Log,

    /// <summary>The rank of the event among all events, ties in the middle: the shape of time plays no role.</summary>
    Rank,

    /// <summary>One minus the Kaplan-Meier survival of all rows just before the event: ranks that know of censoring.</summary>
    KaplanMeier,
}
