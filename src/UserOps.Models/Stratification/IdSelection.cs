using System.Numerics;

namespace UserOps.Models.Stratification;

/// <summary>Parts users by the order of their ids, without putting them all in order.</summary>
/// <param name="directory">Gives the ids.</param>
internal sealed class IdSelection(UserDirectory directory) : IComparer<int>
{
    private const int FewEnoughToSort = 32;

    /// <inheritdoc/>
    public int Compare(int x, int y) => directory[x].CompareTo(directory[y]);

    /// <summary>Puts the users with the smallest ids first.</summary>
    /// <param name="ordinals">Distinct; put into another order.</param>
    /// <param name="count">How many of the smallest come first, in any order.</param>
    /// <remarks>C. A. R. Hoare's FIND, Communications of the ACM 4(7), 1961, 321-322: linear on average. Halves that do not shrink are sorted instead.</remarks>
    internal void Split(Span<int> ordinals, int count)
    {
        int rounds = 2 * BitOperations.Log2((uint)ordinals.Length + 1);
        while (ordinals.Length > FewEnoughToSort && rounds-- > 0)
        {
            int middle = Partition(ordinals);
            if (count <= middle)
            {
                ordinals = ordinals[..middle];
            }
            else
            {
                ordinals = ordinals[middle..];
                count -= middle;
            }
        }

        ordinals.Sort(this);
    }

    /// <summary>Puts what is not above a pivot before what is not below it.</summary>
    /// <returns>The length of the first part: at least 1, and less than all.</returns>
    private int Partition(Span<int> ordinals)
    {
        UserId pivot = directory[ordinals[(ordinals.Length - 1) / 2]];
        (int low, int high) = (-1, ordinals.Length);
        while (true)
        {
            do
            {
                low++;
            }
            while (directory[ordinals[low]] < pivot);

            do
            {
                high--;
            }
            while (directory[ordinals[high]] > pivot);

            if (low >= high)
            {
                return high + 1;
            }

            (ordinals[low], ordinals[high]) = (ordinals[high], ordinals[low]);
        }
    }
}
