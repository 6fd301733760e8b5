using UserOps.Models;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart;

/// <summary>The part of the page about stages: how many are where, who went where, and what the shape says to look at.</summary>
internal static class LifeStagesPage
{
    internal static void Show(Staying staying, Screen screen)
    {
        screen.Heading("生命周期 life-cycle stages");
        if (staying.Stages is not { } stages)
        {
            screen.Note(staying.NoStagesBecause!);
            return;
        }
        string churned = stages.ChurnedDays < StayingQuestions.ChurnedDays ? $"{stages.ChurnedDays} (not {StayingQuestions.ChurnedDays}: the data do not reach back that far)" : $"{stages.ChurnedDays}";
        screen.Note($"churned = more than {churned} days without a login, dormant = more than {StayingQuestions.DormantDays}");
        screen.Note($"maturity = {StayingQuestions.MaturePayments} payments or more in 30 days; growth = a card bound or a payment; introduction = the others; the first that is true counts");
        screen.Note("what was before the data begin, such as a card bound earlier, is not seen");
        screen.Show(LifeStageTables.Counts(stages));
        long absent = stages.Now.Summary.Counts.Absent;
        screen.NoteAny(absent == 0 ? null : $"In no stage: {Cells.Count(absent, "user")} without a registration date who never logged in.");
        ShowMoves(stages, screen);
        ShowShape(stages, screen);
    }

    private static void ShowMoves(LifeStages stages, Screen screen)
    {
        screen.Note($"From where at {At(stages.Moves.From)} to where at {At(stages.Moves.To)}, with the share of the row:");
        screen.Show(LifeStageTables.Moves(stages.Moves));
        screen.Note($"唤醒率 woken up: of the dormant {Cells.Share(stages.Moves.WakeUpRate)} are in introduction, growth or maturity (95% {Cells.Interval(stages.Moves.WakeUpRate)})");
        screen.Note($"召回率 come back: of the churned {Cells.Share(stages.Moves.RecallRate)} are in another stage (95% {Cells.Interval(stages.Moves.RecallRate)})");
    }

    private static void ShowShape(LifeStages stages, Screen screen)
    {
        if (stages.Shape.Focus() is not { } rule)
        {
            return;
        }
        screen.Note($"The shape: {LifeStageTables.NameOf(rule.Shape)}: {LifeStageTables.Zones(stages.Shape)}.");
        screen.Note($"What to look at: {rule.Focus.Zh} {rule.Focus.En}; metric: {rule.Metric.Zh} {rule.Metric.En}.");
    }

    private static string At(EvaluationContext context) => Moments.Local(context.AsOf, context.Zone);
}
