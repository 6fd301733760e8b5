namespace UserOps.Models.Lifecycle;

/// <summary>Each default and limit of the life-cycle models, named once.</summary>
internal static class LifecycleDefaults
{
    /// <summary>Far more than anybody operates; a user's stage is kept in a byte.</summary>
    internal const int MaximumStages = 100;

    /// <summary>The code of a user for whom no rule is true.</summary>
    internal const byte Unassigned = 254;

    /// <summary>The code of a user who is not there.</summary>
    internal const byte Absent = 255;

    /// <summary>Instants of one history: the ends of the days of almost three years.</summary>
    internal const int MaximumInstants = 1_000;

    /// <summary>Steps of one forecast: beyond it the assumption that rates stay as they are says nothing.</summary>
    internal const int MaximumForecastSteps = 1_000;

    /// <summary>How far back "ever" reaches for a date of registration, in local dates: two hundred years.</summary>
    internal const int EverInDays = 73_048;
}
