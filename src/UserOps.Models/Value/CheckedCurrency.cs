namespace UserOps.Models.Value;

/// <summary>Refuses what is no code of a currency.</summary>
internal static class CheckedCurrency
{
    internal static string Of(string currency, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(currency, parameterName);
        return OrNull(currency, parameterName)!;
    }

    internal static string? OrNull(string? currency, string parameterName) => currency is null || Field.IsCurrency(currency)
        ? currency
        : throw new ArgumentException($"'{currency}' is no ISO 4217 code: three capital letters.", parameterName);
}
