using UserOps.Models;
using UserOps.Models.Funnels;
using UserOps.Models.GrowthModels;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>Everything that was found out; <see cref="Of"/> is the library at work, the rest of the program is around it.</summary>
internal sealed record Answers(AarrrResult Aarrr, RarraResult Rarra, FunnelResult Funnel, IReadOnlyList<(string Name, UserSet Users)> Audience)
{
    /// <summary>Gets the weakest step of the funnel; null where nobody was lost.</summary>
    internal int? Weakest => WeakestOf(Funnel);

    internal static Answers Of(Arguments asked, Loaded loaded, EvaluationContext context, Screen screen)
    {
        var growth = Questions.Growth(asked, loaded, context);
        var (aarrr, rarra) = screen.Track("AARRR and RARRA", progress => GrowthComparison.Evaluate(growth, loaded.Data, context, new RunOptions { Progress = progress }));
        var model = new FunnelModel(Questions.Funnel(asked, loaded, context));
        var funnel = screen.Track("funnel", progress => model.Evaluate(loaded.Data, context, new RunOptions { Progress = progress }));
        return new Answers(aarrr, rarra, funnel, [.. Sets(loaded, context, funnel)]);
    }

    private static int? WeakestOf(FunnelResult funnel)
        => funnel.Weakest is int step && funnel.Summary.Steps[step].Lost > 0 ? step : null;

    // Every model answers in sets of users, so one answer narrows another.
    private static IEnumerable<(string Name, UserSet Users)> Sets(Loaded loaded, EvaluationContext context, FunnelResult funnel)
    {
        if (funnel.Definition.Unit is not null || WeakestOf(funnel) is not int weakest)
        {
            yield break;
        }
        var lost = funnel.Users.LostBefore(weakest);
        yield return ($"lost before '{funnel.Summary.Steps[weakest].Name}'", lost);
        if (!loaded.IsSample)
        {
            yield break;
        }
        var reachable = new SegmentModel(Questions.Reachable).Evaluate(loaded.Data, context);
        yield return ("consents, assets of 20,000 or more", reachable.Members);
        yield return ("not known, a value is missing", reachable.Uncertain);
        yield return ("to call back: in the first two", lost.Intersect(reachable.Members));
    }
}
