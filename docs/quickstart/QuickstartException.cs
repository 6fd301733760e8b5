namespace UserOps.Quickstart;

/// <summary>Something the caller can mend, said in one line: printed without a stack trace, exit code 2.</summary>
internal sealed class QuickstartException : Exception
{
    internal QuickstartException(string message)
        : base(message)
    {
    }

    internal QuickstartException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Says what the library refused, without the name of its parameter: that is the programmer's business.</summary>
    internal static QuickstartException Of(Exception cause)
        => new(cause is ArgumentException { ParamName: string name } ? cause.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : cause.Message, cause);
}
