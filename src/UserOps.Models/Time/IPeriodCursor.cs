namespace UserOps.Models;

/// <summary>Numbers a stream of instants by the period that holds each; later periods have greater numbers.</summary>
internal interface IPeriodCursor
{
    /// <summary>Gets the number of the period that holds an instant.</summary>
    int NumberOf(long utcTicks);
}
