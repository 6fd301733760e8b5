using Spectre.Console;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart;

/// <summary>Where answers appear: colored on a terminal, plain text into a file or a pipe.</summary>
internal sealed class Screen(IAnsiConsole console, TextWriter plain, bool isTerminal)
{
    internal static Screen OfProcess() => new(AnsiConsole.Console, Console.Out, !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi);

    /// <summary>Does work under a progress bar; without a terminal only the work.</summary>
    internal T Track<T>(string what, Func<IProgress<double>, T> work)
    {
        if (!isTerminal)
        {
            return work(new Steps(_ => { }));
        }
        return console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress =>
            {
                var bar = progress.AddTask(Markup.Escape(what), maxValue: 1);
                var result = work(new Steps(share => bar.Value = share));
                bar.Value = 1;
                return result;
            });
    }

    /// <summary>Takes the effect from letters that would act on the terminal: a name found in a file may hold anything, an escape sequence too.</summary>
    internal static string Visible(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || TurnsAround(letter) ? '\uFFFD' : letter));

    internal void Heading(string text)
    {
        text = Visible(text);
        if (isTerminal)
        {
            console.Write(new Rule($"[bold]{Markup.Escape(text)}[/]") { Justification = Justify.Left });
            console.WriteLine();
        }
        else
        {
            plain.Write($"# {text}\n\n");
        }
    }

    internal void Note(string text)
    {
        text = Visible(text);
        if (isTerminal)
        {
            console.Write(new Text(text + "\n\n", new Style(Color.Grey)));
        }
        else
        {
            plain.Write(text + "\n\n");
        }
    }

    /// <summary>Says something, where there is something to say.</summary>
    internal void NoteAny(string? text)
    {
        if (text is not null)
        {
            Note(text);
        }
    }

    /// <summary>Names events the data never held: a misspelling most often.</summary>
    internal void NoteUnknown(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            Note($"No event is named '{name}': what needs it is not measured.");
        }
    }

    /// <summary>Shows a table; one row may stand out, such as the weakest step.</summary>
    internal void Show(TextTable table, int? marked = null)
    {
        if (!isTerminal)
        {
            plain.Write(table.ToText() + "\n");
            return;
        }
        // The table's own lines, not a grid of the console's: that one breaks numbers in two where the window is narrow.
        string[] lines = table.ToText().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (int line = 0; line < lines.Length; line++)
        {
            console.Write(new Text(lines[line] + "\n", StyleOf(line, marked)));
        }
        console.WriteLine();
    }

    // Embeddings, overrides and isolates turn around what follows them.
    private static bool TurnsAround(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static Style StyleOf(int line, int? marked) => line switch
    {
        0 => new Style(Color.Aqua, decoration: Decoration.Bold),
        1 => new Style(Color.Grey),
        _ => line - 2 == marked ? new Style(Color.Red, decoration: Decoration.Bold) : Style.Plain,
    };

    /// <summary>Reports at once, where <see cref="Progress{T}"/> would post to a thread pool and come late.</summary>
    private sealed class Steps(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
