namespace UserOps.Models;

/// <summary>A ready column of fixed-size values, as they are stored.</summary>
/// <param name="field">The handle.</param>
/// <param name="slots">One a row.</param>
/// <param name="present">Which rows have a value; empty when all have.</param>
/// <param name="isValid">Says whether a value can be taken; null when any can.</param>
/// <param name="valueOf">Gives the value a slot stands for.</param>
internal sealed class ReadySlots<TValue, TSlot>(
    Field field, ReadOnlyMemory<TSlot> slots, ReadOnlyMemory<bool> present, Func<TSlot, bool>? isValid, Func<TSlot, TValue> valueOf)
    : ReadyColumn(field, slots.Length)
    where TSlot : struct
{
    internal override bool IsClean()
    {
        if (isValid is null)
        {
            return true;
        }

        ReadOnlySpan<TSlot> values = slots.Span;
        for (int row = 0; row < values.Length; row++)
        {
            if (!isValid(values[row]) && IsPresent(row))
            {
                return false;
            }
        }

        return true;
    }

    internal override void AddTo(ColumnBuffer buffer) => ((SlotBuffer<TValue, TSlot>)buffer).AddReady(slots, present);

    internal override void AddTo(EventMap<int> map) => map.Add(
        Field, new LambdaReader<int, TValue?>(Field.Name, row => IsPresent(row) ? valueOf(slots.Span[row]) : default));

    private bool IsPresent(int row) => present.IsEmpty || present.Span[row];
}
