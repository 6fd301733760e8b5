namespace UserOps.Models;

/// <summary>What ingest does with a row it cannot take.</summary>
public enum OnBadRow
{
    /// <summary>Leaves the row out, counts it and lists the first ones; the rest is read.</summary>
    Collect,

    /// <summary>Throws <see cref="BadRowException"/> at the first one; nothing of that call is kept.</summary>
    Throw,
}
