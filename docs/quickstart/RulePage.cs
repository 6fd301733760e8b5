using UserOps.Models;
using UserOps.Models.Presentation;
using UserOps.Quickstart.Inputs;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart;

/// <summary>The page of <c>--rule</c>: one stored rule, checked, asked of everybody, explained for some.</summary>
internal static class RulePage
{
    private const int MembersExplained = 10;
    private const int UncertainExplained = 3;
    private const int LongestShown = 600; // letters of a rule; a longer one is read in its file

    /// <exception cref="QuickstartException">The rule cannot be asked of these data; what is wrong is on the page.</exception>
    internal static void Show(StoredRule stored, Loaded loaded, EvaluationContext context, Screen screen)
    {
        screen.Heading($"规则 the rule {Path.GetFileName(stored.Path)}");
        Accept(stored, stored.CheckAgainst(loaded.Data).Issues, screen);
        var model = stored.ToModel();
        string text = UserOpsJson.Serialize(model.Rule);
        if (text.Length <= LongestShown)
        {
            screen.Note(text);
        }
        var audience = screen.Track("rule", progress => Asked(stored, model, loaded, context, progress, screen));
        ShowSize(audience, screen);
        Explain("Why members are in", audience.Members.Ids().Take(MembersExplained));
        Explain("Why of others it is not known", audience.Uncertain.Ids().Take(UncertainExplained));

        void Explain(string what, IEnumerable<UserId> users)
        {
            SegmentExplanation[] explanations = [];
            UserId[] some = [.. users];
            if (some.Length > 0)
            {
                explanations = [.. some.Select(user => model.Explain(loaded.Data, user, context))];
                screen.Note($"{what}, {Cells.Count(some.Length, "user")}:");
                screen.Show(ExplanationTables.Of(some.Zip(explanations), loaded.Zone));
            }
        }
    }

    // Of an event no row of the data has, the properties are checked only when it is asked.
    private static Audience Asked(StoredRule stored, SegmentModel model, Loaded loaded, EvaluationContext context, IProgress<double> progress, Screen screen)
    {
        try
        {
            return model.Evaluate(loaded.Data, context, new RunOptions { Progress = progress });
        }
        catch (InvalidDefinitionException fault)
        {
            Accept(stored, [.. fault.Issues.Select(issue => new SegmentIssue { Code = issue.Code, Severity = SegmentIssueSeverity.Error, Path = issue.Path, Message = issue.Message })], screen);
            throw;
        }
    }

    private static void Accept(StoredRule stored, IReadOnlyCollection<SegmentIssue> issues, Screen screen)
    {
        foreach (var issue in issues)
        {
            screen.Note(issue.ToString());
        }
        int errors = issues.Count(issue => issue.Severity == SegmentIssueSeverity.Error);
        if (errors > 0)
        {
            throw new QuickstartException($"{stored.Path} cannot be asked, {Cells.Count(errors, "error")}: {string.Join("; ", issues.Where(issue => issue.Severity == SegmentIssueSeverity.Error).Select(issue => $"{issue.Code} at {(issue.Path.Length == 0 ? "(whole)" : issue.Path)}"))}.");
        }
    }

    private static void ShowSize(Audience audience, Screen screen)
    {
        foreach (string name in audience.UnknownEvents)
        {
            screen.Note($"No event is named '{name}': for this rule nobody ever did it.");
        }
        screen.Show(AudienceTables.Of(
            [("members", audience.Members), ("uncertain, a value is missing", audience.Uncertain), ("everybody asked", audience.Universe)], audience.Universe.Count));
        if (audience.Uncertain.Count > 0)
        {
            screen.Note($"The audience is {CellText.Count(audience.LowerSize)} to {CellText.Count(audience.UpperSize)} users: nobody knows which of the uncertain belong.");
        }
    }
}
