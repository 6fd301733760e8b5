namespace UserOps.Models.Rfm;

/// <summary>What was measured of the users with a purchase in the window, one array an axis, in the order of their ordinals.</summary>
internal sealed class RfmFacts
{
    /// <summary>Gets the ordinals: shape [members]; ascending.</summary>
    internal required int[] Users { get; init; }

    /// <summary>Gets the days since the last purchase: shape [members].</summary>
    internal required int[] Recency { get; init; }

    /// <summary>Gets the purchase days or purchases: shape [members].</summary>
    internal required int[] Frequency { get; init; }

    /// <summary>Gets the days from the first purchase to the last: shape [members]; empty where they are not asked.</summary>
    internal required int[] Length { get; init; }

    /// <summary>Gets the money in whole units, <see cref="ValueList.NoAmount"/> where no purchase has an amount: shape [members]; empty where money is not asked.</summary>
    internal required long[] Money { get; init; }

    /// <summary>Gets the third axis in whole units, <see cref="ValueList.NoAmount"/> where it is missing: shape [members]; may be the money itself.</summary>
    internal required long[] Value { get; init; }

    /// <summary>Gets how many members have no value on the third axis.</summary>
    internal required int WithoutValue { get; init; }

    internal required RfmReport Report { get; init; }

    internal int Count => Users.Length;
}
