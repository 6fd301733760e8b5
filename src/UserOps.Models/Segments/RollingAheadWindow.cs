namespace UserOps.Models;

/// <summary><c>rollingAhead</c>: from the instant of the evaluation, which is left out, to a length of time after it, end included.</summary>
public sealed record RollingAheadWindow : TimeWindow
{
    /// <summary>Gets how many units; positive.</summary>
    public required int Next { get; init; }

    /// <summary>Gets the unit.</summary>
    public required WindowUnit Unit { get; init; }

    internal override TickRange At(EvaluationContext context)
        => new(context.AsOf.UtcTicks + 1, WindowLength.Shift(context, Next, Unit) + 1);

    internal override WindowTurns TurnsOf(long ticks, EvaluationContext context)
    {
        if (!WindowLength.IsCalendar(Unit))
        {
            return new(WindowLength.Later(ticks, -(long)Next, Unit), ticks);
        }

        (long enters, long unsettled) = WindowLength.StepTo(ticks, -(long)Next, Unit, context.Zone);
        return new(enters, ticks, UnsettledIn: unsettled);
    }
}
