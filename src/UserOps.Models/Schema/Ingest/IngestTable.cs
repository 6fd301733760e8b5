namespace UserOps.Models;

/// <summary>The table a row was meant for.</summary>
public enum IngestTable
{
    /// <summary>The user table.</summary>
    Users,

    /// <summary>The event log.</summary>
    Events,

    /// <summary>The content table.</summary>
    Contents,
}
