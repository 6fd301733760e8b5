namespace UserOps.Models;

/// <summary>Packs what threads found out user by user; two of them must not write into one word.</summary>
internal static class TieBits
{
    internal static void Set(ReadOnlySpan<bool> ties, Span<ulong> bits)
    {
        for (int user = 0; user < ties.Length; user++)
        {
            if (ties[user])
            {
                bits[user >> 6] |= 1UL << (user & 63);
            }
        }
    }
}
