namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>One step filled by one event.</summary>
internal readonly record struct TwinLink(int Step, TwinEvent Event);

/// <summary>A chain: links by ascending step, the first at step 0; skipped optional steps have no link.</summary>
internal sealed class TwinChain(IReadOnlyList<TwinLink> links)
{
    public IReadOnlyList<TwinLink> Links { get; } = links;

    /// <summary>Gets the 1-based position of the deepest step.</summary>
    public int Level => Links[^1].Step + 1;

    public long Start => Links[0].Event.Ticks;

    public long Completion => Links[^1].Event.Ticks;

    public bool Holds(int step) => Links.Any(link => link.Step == step);

    /// <summary>When the step was filled; null if it was skipped or not reached.</summary>
    public long? TicksAt(int step) => Holds(step) ? Links.Single(link => link.Step == step).Event.Ticks : null;

    /// <summary>The chain up to its last step strictly before an instant after its start.</summary>
    public TwinChain CutBefore(long ticks) => new([.. Links.TakeWhile(link => link.Event.Ticks < ticks)]);
}
