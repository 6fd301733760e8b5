namespace UserOps.Models;

/// <summary>A ready column of texts: any text is a category.</summary>
internal sealed class ReadyTexts(Field field, ReadOnlyMemory<string?> values) : ReadyColumn(field, values.Length)
{
    private readonly RowFault _fault = new();

    internal override bool IsClean() => true;

    internal override void AddTo(ColumnBuffer buffer)
    {
        var texts = (ColumnBuffer<string?>)buffer;
        foreach (string? value in values.Span)
        {
            texts.TryAdd(value, Field.Name, _fault);
        }
    }

    internal override void AddTo(EventMap<int> map) => map.Add(Field, new LambdaReader<int, string?>(Field.Name, row => values.Span[row]));
}
