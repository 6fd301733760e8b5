namespace UserOps.Models;

/// <summary>The user ids met so far. One builder has one kind of id.</summary>
/// <remarks>Texts and GUIDs get a code at first sight. Numbers are kept as they are: the table is built from them directly.</remarks>
internal sealed class PendingUserIds
{
    internal UserIdKind Kind { get; private set; }

    internal KeyTable<TextKey> Texts { get; } = new();

    internal KeyTable<UniqueKey> Uniques { get; } = new();

    /// <summary>Gets or sets the looking up of ids that goes on beside reading; a call that ends well has waited for it.</summary>
    internal Task LookUps { get; set; } = Task.CompletedTask;

    /// <summary>Settles the kind, when a row with such an id has been taken.</summary>
    /// <exception cref="ArgumentException">Another kind was used before.</exception>
    internal void Use(UserIdKind kind)
    {
        RequireSame(Kind, kind);
        Kind = kind;
    }

    internal static void RequireSame(UserIdKind known, UserIdKind met)
    {
        if (known != UserIdKind.None && met != UserIdKind.None && known != met)
        {
            throw new ArgumentException($"User ids are of kind {known} here; ids of kind {met} cannot be mixed with them.");
        }
    }

    internal Action Save()
    {
        (UserIdKind kind, int texts, int uniques) = (Kind, Texts.Count, Uniques.Count);
        return () =>
        {
            // It writes into what is about to be cut back. What it failed of, if it did, is what brought us here.
            ((IAsyncResult)LookUps).AsyncWaitHandle.WaitOne();
            LookUps = Task.CompletedTask;
            Kind = kind;
            Texts.Truncate(texts);
            Uniques.Truncate(uniques);
        };
    }
}
