namespace UserOps.Models.Portraits;

/// <summary>What a recipe needs and a dataset may lack.</summary>
public enum AbsentDataKind
{
    /// <summary>A column of users.</summary>
    UserField,

    /// <summary>A column of events.</summary>
    EventField,

    /// <summary>A column of contents.</summary>
    ContentField,

    /// <summary>An event name: the log holds no event of it, so that it cannot be told whether nobody did it or nobody recorded it.</summary>
    Event,
}
