namespace UserOps.Models;

/// <summary>Reads an amount beside its currency; any other currency than the column's is refused.</summary>
internal sealed class CurrencyReader<TRow>(string currency, RowReader<TRow, decimal?> amounts, RowReader<TRow, string?> currencies)
    : RowReader<TRow, decimal?>(amounts.Column)
{
    internal override bool TryRead(TRow row, RowFault fault, out decimal? value)
    {
        if (!amounts.TryRead(row, fault, out value))
        {
            return false;
        }

        if (value is null)
        {
            return true;
        }

        return currencies.TryRead(row, fault, out string? met)
            && (met == currency || fault.Refuse(IngestIssueCode.OtherCurrency, currencies.Column, met));
    }
}
