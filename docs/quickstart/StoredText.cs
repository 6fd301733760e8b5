namespace UserOps.Quickstart;

/// <summary>A definition that somebody stored in a file.</summary>
internal static class StoredText
{
    /// <exception cref="QuickstartException">The file cannot be read.</exception>
    internal static string Of(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new QuickstartException($"The file '{path}' cannot be read.", cause);
        }
    }
}
