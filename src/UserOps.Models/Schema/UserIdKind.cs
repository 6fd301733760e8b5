namespace UserOps.Models;

/// <summary>What a <see cref="UserId"/> is made of.</summary>
public enum UserIdKind
{
    /// <summary>Nothing: the default id, refused at ingest.</summary>
    None,

    /// <summary>Text, compared by UTF-16 code unit.</summary>
    Text,

    /// <summary>A 64-bit number.</summary>
    Number,

    /// <summary>A GUID.</summary>
    Unique,
}
