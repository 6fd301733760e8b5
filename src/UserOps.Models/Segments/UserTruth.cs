namespace UserOps.Models;

/// <summary>What a rule says of the users who are looked at, as bitmaps: who is known to be in, and who may be. The rest is out.</summary>
/// <remarks>Bits of users who are not looked at are clear in both. The arrays may be shared, so nobody writes into them after they are made.</remarks>
/// <param name="True">Shape [ceil(users / 64)].</param>
/// <param name="Possible">Of the same shape, true users included; the same array where no user is unknown.</param>
internal readonly record struct UserTruth(ulong[] True, ulong[] Possible)
{
    internal bool IsKnown => ReferenceEquals(True, Possible);

    internal static UserTruth Of(RowTruth truth) => truth.Unknown.Length == 0
        ? new(truth.True, truth.True)
        : new(truth.True, Combined<OrOperation>(truth.True, truth.Unknown));

    /// <summary>Gives it as a test that other programs read.</summary>
    internal RowTest ToTest()
    {
        if (IsKnown)
        {
            return new(new JudgedBits(True), false, []);
        }

        // Known where it is true, or not even possible.
        ulong[] impossible = Combined<NorOperation>(Possible, Possible);
        return new(new JudgedBits(True), false, [new StoredBits(Combined<OrOperation>(True, impossible))]);
    }

    internal RowTruth ToRows() => new(True, IsKnown ? [] : Combined<AndNotOperation>(Possible, True));

    internal static UserTruth And(UserTruth a, UserTruth b) => a.IsKnown && b.IsKnown
        ? Known(Combined<AndOperation>(a.True, b.True))
        : new(Combined<AndOperation>(a.True, b.True), Combined<AndOperation>(a.Possible, b.Possible));

    internal static UserTruth Or(UserTruth a, UserTruth b) => a.IsKnown && b.IsKnown
        ? Known(Combined<OrOperation>(a.True, b.True))
        : new(Combined<OrOperation>(a.True, b.True), Combined<OrOperation>(a.Possible, b.Possible));

    /// <summary>Gives the negation, for the users looked at.</summary>
    internal UserTruth Not(ulong[] among)
    {
        ulong[] isTrue = Combined<AndNotOperation>(among, Possible);
        return IsKnown ? Known(isTrue) : new(isTrue, Combined<AndNotOperation>(among, True));
    }

    internal UserTruth WhenUnknown(bool value) => Known(value ? Possible : True);

    /// <summary>Gives what it says of fewer users.</summary>
    internal UserTruth Among(ulong[] users) => IsKnown
        ? Known(Combined<AndOperation>(True, users))
        : new(Combined<AndOperation>(True, users), Combined<AndOperation>(Possible, users));

    internal static ulong[] Combined<TOperation>(ulong[] left, ulong[] right)
        where TOperation : struct, IBitOperation
    {
        var words = new ulong[left.Length];
        BitKernels.Apply<TOperation>(left, right, words);
        return words;
    }

    private static UserTruth Known(ulong[] words) => new(words, words);
}
