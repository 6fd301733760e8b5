namespace UserOps.Models;

/// <summary>A key of a table. A struct, also around a text: the loops are then compiled for it and call nothing indirectly.</summary>
internal interface IKey<TSelf> : IEquatable<TSelf>
    where TSelf : struct, IKey<TSelf>
{
    /// <summary>
    /// Gets a value indicating whether comparing two keys is a visit to memory elsewhere; tables then keep the hash of each key beside
    /// its slot and compare that first.
    /// </summary>
    static abstract bool KeepsHash { get; }

    /// <summary>Reads the ends of what the key refers to, so that it is fetched from memory; a loop of touches has many fetched at once.</summary>
    /// <returns>A number to add up, so that the reading is not optimized away.</returns>
    int Touch();

    /// <summary>Gets 32 well mixed bits, the same on every run; tables use the upper ones first.</summary>
    uint Hash();
}
