using System.Text;

namespace UserOps.Models.Presentation;

/// <summary>Cells that are finished text, laid out in columns of equal width.</summary>
internal static class ColumnWidths
{
    /// <summary>Finds the width of each column.</summary>
    /// <param name="lines">Shape [lines][columns]; finished text, the headers among it.</param>
    /// <param name="minimum">The least width of a column.</param>
    /// <returns>Shape [columns], in terminal cells.</returns>
    internal static int[] Measure(string[][] lines, int minimum)
    {
        var widths = new int[lines[0].Length];
        Array.Fill(widths, minimum);
        foreach (string[] line in lines)
        {
            for (int column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], CellWidth.Of(line[column]));
            }
        }
        return widths;
    }

    /// <summary>Appends a cell with the blanks its column asks for.</summary>
    internal static void AppendPadded(StringBuilder text, string cell, int width, TextAlignment alignment)
    {
        int blanks = width - CellWidth.Of(cell);
        int before = alignment switch
        {
            TextAlignment.Left => 0,
            TextAlignment.Right => blanks,
            _ => (blanks + 1) / 2,
        };
        text.Append(' ', before).Append(cell).Append(' ', blanks - before);
    }

    /// <summary>Turns headers and rows into finished text.</summary>
    /// <returns>Shape [1 + rows][columns]; the headers first.</returns>
    internal static string[][] Finish(TextTable table, Func<string, string> finish)
        => [[.. table.Columns.Select(column => finish(column.Header))], .. table.Rows.Select(row => row.Select(finish).ToArray())];
}
