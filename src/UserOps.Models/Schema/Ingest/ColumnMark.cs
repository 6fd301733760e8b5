namespace UserOps.Models;

/// <summary>How far a column had grown: its rows, and the distinct texts they hold.</summary>
internal readonly record struct ColumnMark(int Rows, int Texts);
