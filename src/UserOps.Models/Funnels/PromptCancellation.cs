namespace UserOps.Models.Funnels;

/// <summary>Lets a loop over the events of one unit be canceled: one unit may hold most of the log.</summary>
internal static class PromptCancellation
{
    /// <summary>Looks at the token, once in many events; in between it costs next to nothing.</summary>
    /// <param name="cancellationToken">The token.</param>
    /// <param name="position">The position of the event, or of the group of events, at which the loop is.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static void LookAt(this CancellationToken cancellationToken, int position)
    {
        if (position % FunnelDefaults.EventsBetweenLooks == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
