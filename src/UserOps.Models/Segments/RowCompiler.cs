using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Puts a plan into instructions. Slots are given out and taken back like a stack, so that few of them stay in the cache.</summary>
internal sealed class RowCompiler
{
    private readonly List<RowInstruction> _instructions = [];
    private readonly List<ResidentBits> _residents = [];
    private readonly List<ScannedBits> _scans = [];
    private readonly Stack<int> _freeSlots = new();
    private int _slots;

    /// <summary>Which of the two planes somebody will look at.</summary>
    [Flags]
    private enum Wanted
    {
        True = 1,
        Possible = 2,
        Both = 3,
    }

    /// <summary>Compiles a plan.</summary>
    /// <param name="plan">What to ask.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="wantsUnknown">Whether the unknown rows are asked for as well; without, half the work may be spared.</param>
    internal static RowProgram Compile(RowPlan plan, int rows, bool wantsUnknown)
    {
        var compiler = new RowCompiler();
        Planes planes = compiler.Emit(plan, wantsUnknown ? Wanted.Both : Wanted.True);
        return new(rows, [.. compiler._instructions], [.. compiler._residents], [.. compiler._scans], compiler._slots, wantsUnknown ? planes : Planes.Both(planes.True));
    }

    private static Wanted Exchanged(Wanted wanted) => wanted switch
    {
        Wanted.True => Wanted.Possible,
        Wanted.Possible => Wanted.True,
        _ => wanted,
    };

    private Planes Emit(RowPlan plan, Wanted wanted) => plan switch
    {
        TestPlan test => EmitTest(test.Test, wanted),
        NegationPlan negation => ~Emit(negation.Operand, Exchanged(wanted)),
        AssumptionPlan { Value: true } assumption => Planes.Both(Emit(assumption.Operand, Wanted.Possible).Possible),
        AssumptionPlan assumption => Planes.Both(Emit(assumption.Operand, Wanted.True).True),
        AllPlan all => EmitAll(all, wanted),
        _ => throw new UnreachableException(),
    };

    private Planes EmitTest(RowTest test, Wanted wanted)
    {
        if (test.Complemented)
        {
            return ~EmitTest(test.Complement(), Exchanged(wanted));
        }

        BitRef matches = test.Matches switch
        {
            null => BitRef.None,
            ResidentBits resident => Resident(resident),
            ScannedBits scanned => Scan(scanned),
            _ => throw new UnreachableException(),
        };
        bool isMasked = test.Matches is ResidentBits { IsClearWhereMissing: true };
        if (test.Known.IsEmpty || (isMasked && wanted == Wanted.True))
        {
            return Planes.Both(matches);
        }

        BitRef known = test.Known.Select(Resident).Aggregate(And);
        bool keeps = wanted == Wanted.Both;

        // What is not known is possible: possible = not (known and not matching).
        BitRef possible = wanted.HasFlag(Wanted.Possible) ? ~And(known, keeps, ~matches, keeps) : default;
        BitRef isTrue = isMasked || !wanted.HasFlag(Wanted.True) ? matches : And(matches, known);
        return wanted switch
        {
            Wanted.True => Planes.Both(isTrue),
            Wanted.Possible => Planes.Both(possible),
            _ => new(isTrue, possible),
        };
    }

    private Planes EmitAll(AllPlan plan, Wanted wanted)
    {
        Planes sum = Planes.Both(BitRef.All);
        var skips = new List<int>();
        for (int i = 0; i < plan.Operands.Length; i++)
        {
            RowPlan operand = plan.Operands[i];
            if (i > 0 && operand.Cost > 0 && !sum.True.IsConstant && !sum.Possible.IsConstant)
            {
                sum = Settle(sum, wanted, plan.Operands.Skip(i).Any(later => later.CanBeUnknown));
                skips.Add(_instructions.Count);
                _instructions.Add(new(RowOperation.SkipIfNone, 0, sum.Possible.Operand, 0));
            }

            sum = And(sum, Emit(operand, wanted), wanted);
        }

        foreach (int skip in skips)
        {
            _instructions[skip] = _instructions[skip] with { Target = _instructions.Count };
        }

        return sum;
    }

    /// <summary>Moves a sum into slots of its own, uncomplemented, where it stays: an operand that is skipped then leaves it as it is.</summary>
    private Planes Settle(Planes sum, Wanted wanted, bool splits)
    {
        if (wanted != Wanted.Both || (sum.AreOne && !splits))
        {
            return Planes.Both(Settle(wanted == Wanted.Possible ? sum.Possible : sum.True));
        }

        BitRef possible = sum.AreOne ? Copy(sum.Possible) : Settle(sum.Possible);
        return new(Settle(sum.True), possible);
    }

    private BitRef Settle(BitRef bits)
    {
        if (bits.IsSlot && !bits.Complemented)
        {
            return bits;
        }

        BitRef copy = Copy(bits);
        Release(bits);
        return copy;
    }

    private Planes And(Planes left, Planes right, Wanted wanted)
    {
        if (wanted != Wanted.Both || (left.AreOne && right.AreOne))
        {
            return Planes.Both(wanted == Wanted.Possible ? And(left.Possible, right.Possible) : And(left.True, right.True));
        }

        BitRef possible = And(left.Possible, left.AreOne, right.Possible, right.AreOne);
        return new(And(left.True, right.True), possible);
    }

    private BitRef And(BitRef left, BitRef right) => And(left, false, right, false);

    /// <summary>Gives the intersection, in the slot of an operand that is not kept if there is one; the left one's first.</summary>
    private BitRef And(BitRef left, bool keepsLeft, BitRef right, bool keepsRight)
    {
        if (left.IsConstant || right.IsConstant)
        {
            return left.IsConstant ? AndConstant(left, right, keepsRight) : AndConstant(right, left, keepsLeft);
        }

        bool takesLeft = left.IsSlot && !keepsLeft;
        bool takesRight = right.IsSlot && !keepsRight;
        int target = takesLeft ? left.Operand : takesRight ? right.Operand : NewSlot();
        _instructions.Add((left.Complemented, right.Complemented) switch
        {
            (false, false) => new(RowOperation.And, target, left.Operand, right.Operand),
            (false, true) => new(RowOperation.AndNot, target, left.Operand, right.Operand),
            (true, false) => new(RowOperation.AndNot, target, right.Operand, left.Operand),
            (true, true) => new(RowOperation.Nor, target, left.Operand, right.Operand),
        });
        if (takesLeft && takesRight)
        {
            Release(right);
        }

        return new(target);
    }

    private BitRef AndConstant(BitRef constant, BitRef other, bool keepsOther)
    {
        if (constant.Complemented)
        {
            return keepsOther && other.IsSlot ? Copy(other) : other;
        }

        if (!keepsOther)
        {
            Release(other);
        }

        return BitRef.None;
    }

    private BitRef Copy(BitRef bits)
    {
        int slot = NewSlot();
        _instructions.Add(new(bits.Complemented ? RowOperation.Nor : RowOperation.And, slot, bits.Operand, bits.Operand));
        return new(slot);
    }

    private BitRef Resident(ResidentBits bits)
    {
        _residents.Add(bits);
        return new(~(_residents.Count - 1));
    }

    private BitRef Scan(ScannedBits bits)
    {
        _scans.Add(bits);
        int slot = NewSlot();
        _instructions.Add(new(RowOperation.Scan, slot, _scans.Count - 1, 0));
        return new(slot);
    }

    private int NewSlot() => _freeSlots.TryPop(out int slot) ? slot : _slots++;

    private void Release(BitRef bits)
    {
        if (bits.IsSlot)
        {
            _freeSlots.Push(bits.Operand);
        }
    }
}
