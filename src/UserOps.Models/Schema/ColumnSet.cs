using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace UserOps.Models;

/// <summary>The columns of one table, by name and by handle; in the order in which they were mapped.</summary>
public sealed class ColumnSet : IReadOnlyCollection<Column>
{
    private readonly ImmutableArray<Column> _columns;
    private readonly FrozenDictionary<string, Column> _byName;

    internal ColumnSet(ImmutableArray<Column> columns)
    {
        _columns = columns;
        _byName = columns.ToFrozenDictionary(column => column.Field.Name, StringComparer.Ordinal);
    }

    /// <summary>Gets the number of columns.</summary>
    public int Count => _columns.Length;

    /// <summary>Finds a column by name.</summary>
    /// <param name="name">Ordinal.</param>
    /// <param name="column">The column; null when there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out Column? column) => _byName.TryGetValue(name, out column);

    /// <summary>Gets the column of a handle.</summary>
    /// <typeparam name="TColumn">The column's type; follows from the handle.</typeparam>
    /// <param name="field">The handle it was mapped with, or an equal one.</param>
    /// <returns>The column.</returns>
    /// <exception cref="InvalidDefinitionException">There is no column of that name, or it has another kind, currency or scale.</exception>
    public TColumn Get<TColumn>(Field<TColumn> field)
        where TColumn : Column
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!_byName.TryGetValue(field.Name, out Column? column))
        {
            throw new InvalidDefinitionException([new("unknownField", "", $"There is no column '{field.Name}'.")]);
        }

        return column.Field == field && column is TColumn typed
            ? typed
            : throw new InvalidDefinitionException([new("typeMismatch", "", $"Column '{field.Name}' is {FieldConflicts.Describe(column.Field)}, not {FieldConflicts.Describe(field)}.")]);
    }

    /// <summary>Gets the column of a handle that is a part of a definition; null where it cannot be, and then there is one issue more.</summary>
    /// <param name="field">The handle.</param>
    /// <param name="path">Its place in the definition.</param>
    /// <param name="issues">Where faults are gathered.</param>
    internal TColumn? Find<TColumn>(Field<TColumn> field, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where TColumn : Column
    {
        try
        {
            return Get(field);
        }
        catch (InvalidDefinitionException refusal)
        {
            issues.AddRange(refusal.Issues.Select(issue => issue with { Path = path }));
            return null;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator() => ((IEnumerable<Column>)_columns).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
