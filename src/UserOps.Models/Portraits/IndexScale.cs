namespace UserOps.Models.Portraits;

/// <summary>What an index of a group that is like its base is called: 100 or 1. Reports use both for the same thing.</summary>
public enum IndexScale
{
    /// <summary>100 means average; 150 is half as much again.</summary>
    Hundred,

    /// <summary>1 means average; 1.5 is half as much again.</summary>
    One,
}
