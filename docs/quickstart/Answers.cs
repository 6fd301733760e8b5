using UserOps.Models;
using UserOps.Models.Funnels;
using UserOps.Models.GrowthModels;
using UserOps.Models.Portraits;
using UserOps.Models.Tags;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>Everything that was found out; <see cref="Of"/> is the library at work, the rest of the program is around it.</summary>
internal sealed record Answers(AarrrResult Aarrr, RarraResult Rarra, FunnelResult Funnel, IReadOnlyList<(string Name, UserSet Users)> Audience)
{
    /// <summary>Gets the built-in tags of the sample; null for other data, which need not have its fields and events.</summary>
    internal TagTable? Tags { get; init; }

    /// <summary>Gets what sets the users of one tag apart from everybody, a table for each attribute; empty without tags.</summary>
    internal IReadOnlyList<TargetGroupTable> Traits { get; init; } = [];

    /// <summary>Gets who stays, who wakes, who leaves.</summary>
    internal required Staying Staying { get; init; }

    /// <summary>Gets what users are worth; null where the data have no amounts with a currency.</summary>
    internal required Worth? Worth { get; init; }

    /// <summary>Gets the weakest step of the funnel; null where nobody was lost.</summary>
    internal int? Weakest => WeakestOf(Funnel);

    internal static Answers Of(Arguments asked, Loaded loaded, EvaluationContext context, Screen screen)
    {
        var growth = Questions.Growth(asked, loaded, context);
        var (aarrr, rarra) = screen.Track("AARRR and RARRA", progress => GrowthComparison.Evaluate(growth, loaded.Data, context, new RunOptions { Progress = progress }));
        var model = new FunnelModel(Questions.Funnel(asked, loaded, context));
        var funnel = screen.Track("funnel", progress => model.Evaluate(loaded.Data, context, new RunOptions { Progress = progress }));
        var staying = Staying.Of(growth.Stages, loaded, context, screen);
        var worth = Worth.Of(growth.Stages, loaded, context, screen);
        if (!loaded.IsSample)
        {
            return new Answers(aarrr, rarra, funnel, [.. Sets(funnel, null)]) { Staying = staying, Worth = worth };
        }
        var reachable = new SegmentModel(Questions.Reachable).Evaluate(loaded.Data, context);
        var tags = screen.Track("tags", progress => new TagModel(TagCatalog.BuiltIn).Evaluate(loaded.Data, context, new RunOptions { Progress = progress }));
        return new Answers(aarrr, rarra, funnel, [.. Sets(funnel, reachable)]) { Staying = staying, Worth = worth, Tags = tags, Traits = [.. TraitsOf(tags, loaded.Data)] };
    }

    private static IEnumerable<TargetGroupTable> TraitsOf(TagTable tags, UserOpsDataset data)
    {
        var model = new TargetGroupIndexModel();
        var target = tags.AudienceOf(Questions.TargetTag);
        foreach (var field in Questions.Traits)
        {
            yield return model.Evaluate(data, field, target);
        }
        var labels = (CategoryColumn)tags[Questions.TraitTag].Values;
        yield return model.Evaluate(Questions.TraitTag, [.. Enumerable.Range(0, labels.Count).Select(user => labels[user])], target.Members, target.Universe);
    }

    private static int? WeakestOf(FunnelResult funnel)
        => funnel.Weakest is int step && funnel.Summary.Steps[step].Lost > 0 ? step : null;

    // Every model answers in sets of users, so one answer narrows another.
    private static IEnumerable<(string Name, UserSet Users)> Sets(FunnelResult funnel, Audience? reachable)
    {
        if (funnel.Definition.Unit is not null || WeakestOf(funnel) is not int weakest)
        {
            yield break;
        }
        var lost = funnel.Users.LostBefore(weakest);
        yield return ($"lost before '{funnel.Summary.Steps[weakest].Name}'", lost);
        if (reachable is not null)
        {
            yield return ("consents, assets of 20,000 or more", reachable.Members);
            yield return ("not known, a value is missing", reachable.Uncertain);
            yield return ("to call back: in the first two", lost.Intersect(reachable.Members));
        }
    }
}
