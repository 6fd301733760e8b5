using System.Runtime.CompilerServices;
using Shouldly;

namespace UserOps.Models.Tests;

/// <summary>Compares rendered text with a reviewed file beside the test: <c>Class.Method.verified.txt</c>.</summary>
/// <remarks>
/// A difference writes <c>Class.Method.received.txt</c> (ignored by git) and fails; to accept it, rename that file.
/// The names are those of Verify, so that a move to it would be a package reference.
/// </remarks>
public static class Snapshot
{
    /// <summary>Fails unless the text is the reviewed one. Line ends are compared as <c>\n</c>; a test of line ends is an assertion of its own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ShouldMatchSnapshot(this string text, string extension = "txt")
        => text.ShouldMatchApproved(options => options
            .LocateTestMethodUsingAttribute<FactAttribute>()
            .WithFileExtension(extension)
            .WithFilenameGenerator((method, _, kind, fileExtension)
                => $"{method.DeclaringTypeName}.{method.MethodName}.{(kind == "approved" ? "verified" : kind)}.{fileExtension.TrimStart('.')}")
            .NoDiff());
}
