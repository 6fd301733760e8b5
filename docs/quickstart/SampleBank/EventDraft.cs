namespace UserOps.Samples;

/// <summary>An event before it becomes a row: 32 bytes, so that a large sample fits memory while it is put in order.</summary>
/// <param name="AtMilliseconds">Milliseconds since the first local midnight of the sample.</param>
/// <param name="AmountInFen">The amount in hundredths of a yuan, or <see cref="Nothing"/>.</param>
/// <param name="Person">The position among all people, visitors last.</param>
/// <param name="Content">The position of the content, <see cref="Nothing"/>, or one beyond the catalog for a withdrawn one.</param>
/// <param name="Action">What was done.</param>
/// <param name="Page">The position in <see cref="Market.Pages"/>, or <see cref="NoCode"/>.</param>
/// <param name="Success">0, 1, or <see cref="NoCode"/>.</param>
/// <param name="Gaps">Which stamped columns the app failed to fill.</param>
internal readonly record struct EventDraft(
    long AtMilliseconds, long AmountInFen, int Person, short Content, SampleAction Action, byte Page, byte Success, EventGaps Gaps)
{
    internal const short Nothing = -1;
    internal const byte NoCode = 255;
}
