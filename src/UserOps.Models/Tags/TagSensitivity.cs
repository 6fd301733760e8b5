namespace UserOps.Models.Tags;

/// <summary>How much harm a leak of the values would do, in the five levels by which financial data are graded; 5 is the worst.</summary>
/// <remarks>Levels as in JR/T 0197-2020 (金融数据安全 数据安全分级指南). A tag is at least as sensitive as what it is made of.</remarks>
public enum TagSensitivity
{
    /// <summary>1级: may be public.</summary>
    Level1,

    /// <summary>2级: for use inside; a leak does little harm.</summary>
    Level2,

    /// <summary>3级: personal financial data; a leak does some harm.</summary>
    Level3,

    /// <summary>4级: a leak does serious harm to people or the company.</summary>
    Level4,

    /// <summary>5级: a leak does harm beyond the company.</summary>
    Level5,
}
