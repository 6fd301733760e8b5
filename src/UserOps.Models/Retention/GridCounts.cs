using System.Numerics.Tensors;

namespace UserOps.Models.Retention;

/// <summary>Users per cohort and per cell of one table.</summary>
internal sealed class GridCounts(int cohorts, int columns)
{
    /// <summary>Gets the users of each cohort: shape [cohorts].</summary>
    internal int[] Sizes { get; } = new int[cohorts];

    /// <summary>Gets the users of each cell: shape [cohorts x columns].</summary>
    internal int[] Cells { get; } = new int[checked(cohorts * columns)];

    internal void Add(int cohort, ReadOnlySpan<ulong> retained)
    {
        Sizes[cohort]++;
        RetentionKernels.Count(retained, Cells.AsSpan(cohort * columns, columns));
    }

    internal void Add(GridCounts other)
    {
        TensorPrimitives.Add(Sizes, other.Sizes, Sizes);
        TensorPrimitives.Add(Cells, other.Cells, Cells);
    }
}
