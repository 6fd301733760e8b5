namespace UserOps.Models;

/// <summary>What a deviation from a schema means.</summary>
public enum SchemaIssueSeverity
{
    /// <summary>The data break what the schema promises.</summary>
    Error,

    /// <summary>Nothing is broken; somebody may want to know.</summary>
    Notice,
}
