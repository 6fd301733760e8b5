namespace UserOps.Models;

/// <summary><c>rolling</c>: from a length of time before the instant of the evaluation, which is left out, up to that instant, which is included.</summary>
public sealed record RollingWindow : TimeWindow
{
    /// <summary>Gets how many units; positive.</summary>
    public required int Last { get; init; }

    /// <summary>Gets the unit.</summary>
    public required WindowUnit Unit { get; init; }

    internal override TickRange At(EvaluationContext context)
        => new(WindowLength.Shift(context, -(long)Last, Unit) + 1, context.AsOf.UtcTicks + 1);

    internal override WindowTurns TurnsOf(long ticks, EvaluationContext context)
    {
        if (!WindowLength.IsCalendar(Unit))
        {
            return new(ticks, WindowLength.Later(ticks, Last, Unit));
        }

        (long leaves, long unsettled) = WindowLength.StepTo(ticks, Last, Unit, context.Zone);
        return new(ticks, leaves, UnsettledOut: unsettled);
    }

    internal override bool MayComeBack(EvaluationContext context)
        => WindowLength.IsCalendar(Unit) && WindowLength.IsUnsettled(At(context).From, context);
}
