using System.Data;
using System.Text;

namespace UserOps.Models.Benchmarks.Schema;

/// <summary>A driver that costs next to nothing: it makes a fresh text of every id, as drivers do.</summary>
internal sealed class IngestLogReader(IngestWire wire) : IDataReader
{
    private int _row = -1;

    public int FieldCount => 3;

    public int Depth => 0;

    public bool IsClosed => false;

    public int RecordsAffected => -1;

    public object this[int i] => GetValue(i);

    public object this[string name] => GetValue(GetOrdinal(name));

    public bool Read() => ++_row < wire.Rows;

    public string GetName(int i) => i switch { 0 => "customer", 1 => "at", _ => "name" };

    public int GetOrdinal(string name) => name switch { "customer" => 0, "at" => 1, _ => 2 };

    public string GetString(int i) => i == 0 ? Encoding.UTF8.GetString(wire.IdOf(_row)) : wire.NameOf(_row);

    public DateTime GetDateTime(int i) => wire.InstantOf(_row);

    public object GetValue(int i) => i == 1 ? GetDateTime(i) : GetString(i);

    public bool IsDBNull(int i) => false;

    public Type GetFieldType(int i) => i == 1 ? typeof(DateTime) : typeof(string);

    public bool NextResult() => false;

    public void Close()
    {
    }

    public void Dispose()
    {
    }

    public DataTable? GetSchemaTable() => null;

    public string GetDataTypeName(int i) => GetFieldType(i).Name;

    public int GetValues(object[] values) => throw new NotSupportedException();

    public bool GetBoolean(int i) => throw new NotSupportedException();

    public byte GetByte(int i) => throw new NotSupportedException();

    public long GetBytes(int i, long fieldOffset, byte[]? buffer, int bufferoffset, int length) => throw new NotSupportedException();

    public char GetChar(int i) => throw new NotSupportedException();

    public long GetChars(int i, long fieldoffset, char[]? buffer, int bufferoffset, int length) => throw new NotSupportedException();

    public IDataReader GetData(int i) => throw new NotSupportedException();

    public decimal GetDecimal(int i) => throw new NotSupportedException();

    public double GetDouble(int i) => throw new NotSupportedException();

    public float GetFloat(int i) => throw new NotSupportedException();

    public Guid GetGuid(int i) => throw new NotSupportedException();

    public short GetInt16(int i) => throw new NotSupportedException();

    public int GetInt32(int i) => throw new NotSupportedException();

    public long GetInt64(int i) => throw new NotSupportedException();
}
