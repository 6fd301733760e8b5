using System.Text;

namespace UserOps.Models.Benchmarks.Schema;

/// <summary>The rows of a log as they come from a server: ids as bytes, one after the other.</summary>
internal sealed class IngestWire
{
    private readonly IngestLog _log;
    private readonly byte[] _ids;
    private readonly int[] _ends;

    internal IngestWire(IngestLog log, IngestRecord[] rows)
    {
        _log = log;
        _ends = new int[rows.Length];
        int end = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            _ends[row] = end += Encoding.UTF8.GetByteCount(rows[row].Customer);
        }

        _ids = new byte[end];
        for (int row = 0; row < rows.Length; row++)
        {
            Encoding.UTF8.GetBytes(rows[row].Customer, _ids.AsSpan(StartOf(row)));
        }
    }

    internal int Rows => _ends.Length;

    internal ReadOnlySpan<byte> IdOf(int row) => _ids.AsSpan(StartOf(row).._ends[row]);

    internal string NameOf(int row) => _log.Names[_log.NameCodes[row]];

    internal DateTime InstantOf(int row) => new(_log.UtcTicks[row], DateTimeKind.Utc);

    private int StartOf(int row) => row == 0 ? 0 : _ends[row - 1];
}
