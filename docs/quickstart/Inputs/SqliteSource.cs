using System.Data;
using Microsoft.Data.Sqlite;

namespace UserOps.Quickstart.Inputs;

/// <summary>A query against a SQLite file, opened for reading only. Any other driver would do the same with its own connection.</summary>
internal sealed class SqliteSource(string path, string query, string table) : ISource
{
    public string Name { get; } = $"--{table}-query";

    public void Read(IProgress<double> progress, Action<IDataReader> take)
    {
        if (!File.Exists(path))
        {
            throw new QuickstartException(Directory.Exists(path) ? $"'{path}' is a folder; --sqlite takes a file." : $"The file '{path}' does not exist.");
        }
        var address = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        try
        {
            using var connection = new SqliteConnection(address.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the query is the caller's own, on the caller's own file, opened for reading only
            command.CommandText = query;
#pragma warning restore CA2100
            using var rows = command.ExecuteReader();
            take(rows);
        }
        catch (SqliteException cause)
        {
            throw new QuickstartException($"{Name}: {OneLine(cause.Message)}", cause);
        }
    }

    private static string OneLine(string message) => string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
