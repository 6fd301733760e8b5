using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace UserOps.Models.Tests.Architecture;

/// <summary>A page of the docs as a test sees it: its fences, and the comments that complete them without being shown.</summary>
/// <remarks>
/// The <c>csharp</c> fences of a page are one program, in order. <c>&lt;!-- given</c> declares what the next one speaks of and does not show
/// (a caller's rows), <c>text</c> fences and <c>&lt;!-- prints</c> are what the program writes. A <c>json</c> fence names the type of its values behind
/// the language, where renderers do not look.
/// </remarks>
internal sealed partial record DocsPage(string Name, ImmutableArray<DocsPage.Block> Blocks)
{
    /// <summary>Pages with code in them: the README and docs/*.md, by name.</summary>
    internal static IEnumerable<DocsPage> All() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Order(StringComparer.Ordinal)
            .Prepend(Path.Combine(Repository.Root, "README.md")).Select(Read);

    internal bool HasProgram => !Of("csharp").IsEmpty;

    /// <summary>What the page's program prints; null where the page does not say.</summary>
    internal string? Printed => Of("text", "prints") is { Length: > 0 } blocks ? string.Concat(blocks.Select(block => block.Text)) : null;

    /// <summary>The page's program: usings first, as the compiler wants them; those of a new console project are there already.</summary>
    internal string Program()
    {
        string[] lines = [.. Of("given", "csharp").SelectMany(block => block.Text.Split('\n'))];
        IEnumerable<string> usings = lines.Where(IsUsing).Concat(["using System;", "using System.Collections.Generic;", "using System.Linq;"]).Distinct();
        return string.Join('\n', usings.Concat(lines.Where(line => !IsUsing(line))));
    }

    internal ImmutableArray<Block> Of(params string[] kinds) => [.. Blocks.Where(block => kinds.Contains(block.Kind))];

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    private static DocsPage Read(string path) => new(
        Path.GetFileName(path),
        [.. Marked().Matches(File.ReadAllText(path).ReplaceLineEndings("\n")).Select(match => new Block(
            match.Groups["kind"].Value,
            match.Groups["type"].Value.Trim(),
            match.Groups["text"].Value))]);

    [GeneratedRegex(@"^(```(?<kind>\w*)(?<type>[^\n]*)\n(?<text>.*?)^```|<!-- (?<kind>given|prints)\n(?<text>.*?)^-->)$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();

    /// <summary>One fence, or one of the two comments.</summary>
    /// <param name="Kind">The language of a fence; <c>given</c> or <c>prints</c>.</param>
    /// <param name="Type">What stands behind the language.</param>
    /// <param name="Text">The lines between, each with its end.</param>
    internal sealed record Block(string Kind, string Type, string Text);
}
