namespace UserOps.Models.Tags;

/// <summary>What the values of a tag are.</summary>
public enum TagValueType
{
    /// <summary>True or false.</summary>
    Flag,

    /// <summary>One of some texts, in an order where the definition lists them.</summary>
    Enumeration,

    /// <summary>A number: exact where what it is made of is exact.</summary>
    Number,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>Several texts at once, possibly none.</summary>
    Set,
}
