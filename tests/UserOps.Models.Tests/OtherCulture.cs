using System.Globalization;

namespace UserOps.Models.Tests;

/// <summary>Until disposed, the culture of the running test writes and reads numbers, dates and times in its own way.</summary>
internal sealed class OtherCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    internal OtherCulture() => CultureInfo.CurrentCulture = new CultureInfo("")
    {
        NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = ",", NumberGroupSeparator = "." },
        DateTimeFormat = { DateSeparator = "!", TimeSeparator = ";" },
    };

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
