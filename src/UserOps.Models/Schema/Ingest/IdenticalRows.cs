namespace UserOps.Models;

/// <summary>What ingest does with an event that equals another one of the same user in instant, name, content and every property.</summary>
public enum IdenticalRows
{
    /// <summary>Keeps both: two equal purchases in one second are two purchases. Map an event id to find real repeats.</summary>
    Keep,

    /// <summary>Keeps the first in order of arrival and counts the others as duplicates.</summary>
    Drop,
}
