namespace UserOps.Models;

/// <summary>A field that knows the type of its column, so that access by handle needs no cast.</summary>
/// <typeparam name="TColumn">The column's type.</typeparam>
public abstract record Field<TColumn> : Field
    where TColumn : Column
{
    private protected Field(string name, FieldKind kind)
        : base(name, kind)
    {
    }
}
