namespace UserOps.Models.Retention;

/// <summary>An event and the code of its breakdown value; sorted by value, then in the order of the events.</summary>
internal readonly record struct ValueRow(int Value, int Row) : IComparable<ValueRow>
{
    public int CompareTo(ValueRow other) => Value != other.Value ? Value.CompareTo(other.Value) : Row.CompareTo(other.Row);
}
