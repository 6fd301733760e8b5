namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>The refused combinations, one line each as the contract lists them.</summary>
internal static class TwinRefusals
{
    public static IReadOnlyList<string> Of(TwinDefinition d)
    {
        int steps = d.Steps.Count;
        bool unordered = d.Order == "unordered";
        IReadOnlyList<(int From, int To)> exclusions = [.. d.Exclusions.Select(e => (e.FromStep, e.ToStep))];
        IReadOnlyList<(int From, int To)> pairs = d.Histogram is { } h ? [.. exclusions, (h.FromStep, h.ToStep)] : exclusions;
        bool IsStep(int index) => index >= 0 && index < steps;
        bool IsOptional(int index) => IsStep(index) && d.Steps[index].Optional;

        (string Code, bool Applies)[] rules =
        [
            ("noSteps", steps == 0),
            ("optionalFirstStep", IsOptional(0)),
            ("withinOnFirstStep", steps > 0 && d.Steps[0].WithinTicks is not null),
            ("negativeDuration", d.WindowTicks < 0 || d.Steps.Any(s => s.WithinTicks < 0)),
            ("stepOutOfRange", pairs.Any(p => !IsStep(p.From) || !IsStep(p.To)) || (d.Breakdown?.Step is { } b && !IsStep(b))),
            ("stepsNotAscending", pairs.Any(p => p.From >= p.To)),
            ("exclusionAtOptionalStep", exclusions.Any(p => IsOptional(p.From) || IsOptional(p.To))),
            ("exclusionsWithTotals", exclusions.Count > 0 && d.CountsTotals),
            ("breakdownStepMissing", d.Breakdown is { Attribution: "step", Step: null }),
            ("breakdownAtOptionalStep", d.Breakdown is { Attribution: "step", Step: { } step } && IsOptional(step)),
            ("countNotPositive", d.Histogram?.Bins < 1),
            ("rangeEmpty", d.Range is { FromTicks: { } from, ToTicks: { } to } && from >= to),
            ("notWithUnordered", unordered && IsNotWithUnordered(d)),
        ];
        return [.. rules.Where(rule => rule.Applies).Select(rule => rule.Code)];
    }

    private static bool IsNotWithUnordered(TwinDefinition d) =>
        d.Steps.Any(s => s.Optional)
        || d.Steps.Any(s => s.WithinTicks is not null)
        || d.Ties != "any"
        || d.Entry == "first"
        || d.Range is { LimitsEntryOnly: true }
        || d.Exclusions.Count > 0
        || d.CountsTotals
        || d.Trend is not null
        || d.Breakdown?.Attribution == "step";
}
