namespace UserOps.Models;

/// <summary>One code per row in the narrowest type that holds them; exactly one of the three arrays is set.</summary>
internal readonly record struct CategoryCodes(byte[]? Narrow, ushort[]? Medium, int[]? Wide)
{
    internal int Count => Narrow?.Length ?? Medium?.Length ?? Wide!.Length;

    /// <summary>Narrows codes that are 0 to <paramref name="distinct"/> - 1.</summary>
    internal static CategoryCodes Narrowest(ReadOnlySpan<int> codes, int distinct)
    {
        if (distinct <= byte.MaxValue + 1)
        {
            var narrow = new byte[codes.Length];
            for (int i = 0; i < narrow.Length; i++)
            {
                narrow[i] = (byte)codes[i];
            }

            return new(narrow, null, null);
        }

        if (distinct <= ushort.MaxValue + 1)
        {
            var medium = new ushort[codes.Length];
            for (int i = 0; i < medium.Length; i++)
            {
                medium[i] = (ushort)codes[i];
            }

            return new(null, medium, null);
        }

        return new(null, null, codes.ToArray());
    }
}
