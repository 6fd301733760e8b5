namespace UserOps.Models;

/// <summary>What an instruction does.</summary>
internal enum RowOperation
{
    /// <summary>Target = left and right.</summary>
    And,

    /// <summary>Target = left and not right.</summary>
    AndNot,

    /// <summary>Target = neither left nor right.</summary>
    Nor,

    /// <summary>Target = the bits computed by scan number left.</summary>
    Scan,

    /// <summary>Where left holds no row of the block, go on at instruction number target.</summary>
    SkipIfNone,
}

/// <summary>One instruction of a program: three addresses.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Target">The slot written; for a skip the instruction to go on at.</param>
/// <param name="Left">A slot, <c>~index</c> of a resident bitmap, or the number of a scan.</param>
/// <param name="Right">A slot or <c>~index</c> of a resident bitmap.</param>
internal readonly record struct RowInstruction(RowOperation Operation, int Target, int Left, int Right);
