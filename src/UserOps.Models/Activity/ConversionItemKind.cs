namespace UserOps.Models.Activity;

/// <summary>What an entry of a conversion checklist is.</summary>
public enum ConversionItemKind
{
    /// <summary>步骤: something to do, in the order of the list.</summary>
    Step,

    /// <summary>误区: something to avoid.</summary>
    Mistake,
}
