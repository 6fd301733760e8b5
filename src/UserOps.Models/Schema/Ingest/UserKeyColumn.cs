namespace UserOps.Models;

/// <summary>The user of each row of a pending table: a number, or the code of a text or GUID.</summary>
internal sealed class UserKeyColumn
{
    internal RowBuffer<long> Numbers { get; } = new();

    internal RowBuffer<int> Codes { get; } = new();

    internal void Expect(UserIdKind kind, int rows)
    {
        if (kind == UserIdKind.Number)
        {
            Numbers.MakeRoom(rows);
        }
        else
        {
            Codes.MakeRoom(rows);
        }
    }

    internal Action Save()
    {
        (int numbers, int codes) = (Numbers.Count, Codes.Count);
        return () =>
        {
            Numbers.Truncate(numbers);
            Codes.Truncate(codes);
        };
    }
}
