namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Lists every chain of one start event: no cleverness, no state, only the rules.</summary>
internal sealed class TwinChains(TwinSight sight)
{
    private readonly TwinDefinition _definition = sight.Definition;

    public IEnumerable<TwinChain> From(TwinEvent start) => Grow([new TwinLink(0, start)]);

    private IEnumerable<TwinChain> Grow(IReadOnlyList<TwinLink> links)
    {
        // What interrupts a chain interrupts every longer one: growing it further only closes gaps at its end.
        if (_definition.Order == "strict" && !IsUninterrupted(links))
        {
            yield break;
        }

        yield return new TwinChain(links);
        foreach (int step in NextSteps(links[^1].Step))
        {
            foreach (TwinEvent next in sight.Events.Where(e => sight.CanFill(e, step) && MayFollow(links, e) && IsInTime(links, step, e)))
            {
                foreach (TwinChain longer in Grow([.. links, new TwinLink(step, next)]))
                {
                    yield return longer;
                }
            }
        }
    }

    /// <summary>The steps that may come next: the following one, and those behind optional ones.</summary>
    private IEnumerable<int> NextSteps(int last)
    {
        for (int step = last + 1; step < _definition.Steps.Count; step++)
        {
            yield return step;
            if (!_definition.Steps[step].Optional)
            {
                yield break;
            }
        }
    }

    private bool MayFollow(IReadOnlyList<TwinLink> links, TwinEvent next)
    {
        if (!_definition.Reuse && links.Any(link => link.Event == next))
        {
            return false;
        }

        TwinEvent last = links[^1].Event;
        return _definition.Ties switch
        {
            "any" => next.Ticks >= last.Ticks,
            "increasing" => next == last || next.Ticks > last.Ticks,
            _ => next == last || ComesBefore(last, next),
        };
    }

    private bool IsInTime(IReadOnlyList<TwinLink> links, int step, TwinEvent next) =>
        !(next.Ticks - links[0].Event.Ticks > _definition.WindowTicks)
        && !(next.Ticks - links[^1].Event.Ticks > _definition.Steps[step].WithinTicks);

    /// <summary>Strict: every event that is not of the chain has a place where it does not interrupt.</summary>
    private bool IsUninterrupted(IReadOnlyList<TwinLink> links) =>
        sight.Events.Where(e => links.All(link => link.Event != e)).All(e => HasHarmlessPlace(links, e));

    // Place i is before link i. Before the first and after the last link anything may happen; in between, only repeats of the step just matched.
    private bool HasHarmlessPlace(IReadOnlyList<TwinLink> links, TwinEvent e) =>
        Enumerable.Range(0, links.Count + 1).Any(place =>
            (place == 0 || MayStandBefore(links[place - 1].Event, e))
            && (place == links.Count || MayStandBefore(e, links[place].Event))
            && (place == 0 || place == links.Count || sight.Matches(e, links[place - 1].Step)));

    private bool MayStandBefore(TwinEvent first, TwinEvent second) =>
        _definition.Ties == "input" ? ComesBefore(first, second) : first.Ticks <= second.Ticks;

    private static bool ComesBefore(TwinEvent first, TwinEvent second) =>
        (first.Ticks, first.Position).CompareTo((second.Ticks, second.Position)) < 0;
}
