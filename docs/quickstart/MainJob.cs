using UserOps.Models;
using UserOps.Models.Presentation;
using UserOps.Quickstart.Inputs;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart;

/// <summary>The main job: read, ask, show.</summary>
internal static class MainJob
{
    internal static void Run(Arguments asked, Screen screen)
    {
        try
        {
            SummaryFile.RequirePlace(asked);
            var rule = asked.Rule is null ? null : StoredRule.Read(asked.Rule);
            var loaded = asked.HasOwnData ? OwnData.Load(asked, screen) : SampleData.Load(screen);
            var context = Moments.ContextOf(asked, loaded.Data.Events, loaded.Zone);
            if (rule is not null)
            {
                DataPage.Show(asked, loaded, context, screen);
                RulePage.Show(rule, loaded, context, screen);
                return;
            }
            var answers = Answers.Of(asked, loaded, context, screen);
            DataPage.Show(asked, loaded, context, screen);
            ShowGrowth(answers, saysLittle: asked.Stages.IsEmpty && loaded.Data.Events.Names.Length == 1, screen);
            ShowFunnel(answers, screen);
            ShowAudience(answers, loaded, screen);
            ShowTags(answers, screen);
            StayingPage.Show(answers.Staying, loaded, screen);
            LifeStagesPage.Show(answers.Staying, screen);
            ChurnPage.Show(answers.Staying, loaded, screen);
            WorthPage.Show(answers.Worth, loaded, screen);
            if (asked.Json is not null)
            {
                SummaryFile.Write(asked.Json, context, loaded.Data.Ingest, answers);
                screen.Note($"The summaries are in {asked.Json}.");
            }
        }
        catch (InvalidDefinitionException fault)
        {
            throw new QuickstartException(string.Join("; ", fault.Issues.Select(issue => $"{issue.Path}: {issue.Message}")), fault);
        }
    }

    private static void ShowGrowth(Answers answers, bool saysLittle, Screen screen)
    {
        var definition = answers.Aarrr.Definition;
        var summary = answers.Aarrr.Summary;
        screen.Heading(Line($"增长 growth: users acquired from {definition.CohortFrom:yyyy-MM-dd} to {definition.CohortTo.AddDays(-1):yyyy-MM-dd}"));
        screen.Note($"{StageEvents.Describe(definition.Stages)} (--stages names others)");
        screen.Note(Line($"back on days {definition.RetentionFromDay} to {definition.RetentionToDay} after the day of acquisition; the other stages within {CellText.Duration(definition.Window)} of it"));
        screen.NoteUnknown(summary.Cohort.UnknownEvents);
        var measured = StageEvents.Measured(definition.Stages, summary.Cohort.UnknownEvents);
        var held = saysLittle ? null : GrowthTables.HoldsBack(summary.Stages, measured);
        screen.Show(GrowthTables.Aarrr(summary, measured), (int?)held?.Stage);
        screen.Note(held is { } stage ? $"What holds growth back: {StageNames.Of(stage.Stage)}, {Cells.Share(stage.Conversion!.Value)}, the lowest conversion."
            : saysLittle ? "All events are of one kind: AARRR is not meaningful without --stages."
            : "No stage that is measured loses anybody.");
        if (summary.Cohort.Coverage.RetentionOpen > 0)
        {
            screen.Note(Line($"{Cells.Count(summary.Cohort.Coverage.RetentionOpen, "user")} may still come back: their {definition.RetentionToDay} days are not over."));
        }
        screen.Show(GrowthTables.Rarra(answers.Rarra.Summary, measured));
        if (definition.Breakdown is not null && summary.Breakdown.Length > 0)
        {
            screen.Show(GrowthTables.ByValue(summary, definition.Breakdown.Name, measured));
            screen.NoteAny(Cells.LeftOut(summary.Breakdown.Length));
        }
    }

    private static void ShowFunnel(Answers answers, Screen screen)
    {
        var summary = answers.Funnel.Summary;
        screen.Heading("漏斗 funnel");
        foreach (string line in FunnelQuestion.Lines(answers.Funnel.Definition, answers.Funnel.Context.Zone))
        {
            screen.Note(line);
        }
        screen.NoteUnknown(summary.UnknownEvents);
        screen.Show(FunnelTables.Steps(answers.Funnel), answers.Weakest);
        if (answers.Weakest is int weakest)
        {
            var step = summary.Steps[weakest];
            screen.Note($"The weakest step: {weakest + 1} {step.Name}, {Cells.Share(step.Conversion)}.");
        }
        string counted = answers.Funnel.Units is null ? "user" : "unit";
        screen.NoteAny(summary.Removed == 0 ? null : $"In no step, for an excluded event: {Cells.Count(summary.Removed, counted)}.");
        if (answers.Funnel.Definition.Breakdown is { } breakdown)
        {
            screen.Show(FunnelTables.ByValue(summary, breakdown.Property.Name));
            screen.NoteAny(Cells.LeftOut(summary.Breakdown.Length));
            long without = summary.EnteredWithoutRow;
            screen.NoteAny(without == 0 ? null : $"In no row, for want of a {breakdown.Property.Name}: {Cells.Count(without, counted)}.");
        }
        if (answers.Funnel.Definition.Histogram is not null)
        {
            screen.Show(FunnelTables.Histogram(answers.Funnel.Times.Histogram!));
        }
        if (answers.Funnel.Definition.Trend is not null)
        {
            screen.Note(FunnelTables.TrendShown(summary));
            screen.Show(FunnelTables.Trend(summary));
        }
    }

    private static void ShowAudience(Answers answers, Loaded loaded, Screen screen)
    {
        screen.Heading("人群 one audience");
        if (answers.Funnel.Definition.Unit is { } unit)
        {
            screen.Note($"The funnel counts values of '{unit.Name}', not users: it gives no audience.");
            return;
        }
        if (answers.Audience.Count == 0)
        {
            screen.Note("No step lost anybody.");
            return;
        }
        screen.Show(AudienceTables.Of(answers.Audience, loaded.Data.Directory.Count));
    }

    // Only of the sample: the built-in tags are made of its fields and events.
    private static void ShowTags(Answers answers, Screen screen)
    {
        if (answers.Tags is not { } tags)
        {
            return;
        }
        screen.Heading("标签 the built-in tags");
        screen.NoteUnknown(tags.UnknownEvents);
        screen.Show(TagTables.Of(tags));
        string name = TagTables.NameOf(tags.Catalog.Find(Questions.TargetTag)!);
        screen.Heading($"画像 what sets apart: {name}");
        screen.Note($"{Cells.Count(tags.AudienceOf(Questions.TargetTag).LowerSize, "user")} against {Cells.Count(tags.Directory.Count, "user")}; TGI 100 is the average, above it they have the value more often than everybody");
        screen.Show(IndexTables.Of(answers.Traits));
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
