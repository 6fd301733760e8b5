namespace UserOps.Models;

/// <summary>What became of the rows of an issue.</summary>
public enum IngestEffect
{
    /// <summary>The rows were left out; they count as rejected.</summary>
    Rejected,

    /// <summary>The rows repeat one already taken and were left out; they count as duplicates.</summary>
    Duplicate,

    /// <summary>The rows were taken; something about them is worth knowing.</summary>
    Noted,
}
