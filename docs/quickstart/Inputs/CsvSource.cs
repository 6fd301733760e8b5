using System.Data;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart.Inputs;

/// <summary>A file of comma-separated values with a header line; semicolons, tabs and bars are recognized too.</summary>
internal sealed class CsvSource(string path) : ISource
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t", "|"],
        TrimOptions = TrimOptions.Trim,
        DetectColumnCountChanges = true, // an amount written 1,234.50 would shift the columns after it
    };

    // Letters that cannot be decoded would all become the same one, and users whose ids differ in them one user.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Name { get; } = Path.GetFileName(path);

    public void Read(IProgress<double> progress, Action<IDataReader> take)
    {
        using var csv = new CsvReader(new StreamReader(Open(progress), Strict), Format);
        try
        {
            using var rows = new CsvDataReader(csv);
            take(rows);
        }
        catch (Exception cause) when (cause is DecoderFallbackException || cause.InnerException is DecoderFallbackException)
        {
            throw new QuickstartException($"{Name} is not text in UTF-8; save it as CSV in UTF-8.", cause);
        }
        catch (CsvHelperException cause) when (csv.HeaderRecord is null)
        {
            throw new QuickstartException($"{Name} is empty; it needs a header line with the names of the columns.", cause);
        }
        catch (CsvHelperException cause)
        {
            int expected = csv.HeaderRecord!.Length;
            string why = csv.Parser.Count == expected ? "a quote that is not closed, or one inside a field that is not quoted" : $"{Cells.Count(csv.Parser.Count, "field")} where the header has {expected}";
            throw new QuickstartException($"{Name}, line {csv.Parser.RawRow}: {why}.", cause);
        }
    }

    private ObservedStream Open(IProgress<double> progress)
    {
        if (Directory.Exists(path))
        {
            throw new QuickstartException($"'{path}' is a folder, not a CSV file.");
        }
        try
        {
            return new ObservedStream(File.OpenRead(path), progress);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            string why = File.Exists(path) ? "cannot be read" : "does not exist";
            throw new QuickstartException($"The file '{path}' {why}.", cause);
        }
    }
}
