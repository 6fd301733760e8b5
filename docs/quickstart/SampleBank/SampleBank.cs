namespace UserOps.Samples;

/// <summary>The app of an invented retail bank: its users, what they did, and the content they did it to.</summary>
/// <remarks>
/// Made by simulation from a seed; no person, price or product in it is real. What makes it worth testing on: activity and
/// amounts with heavy tails, rhythms of day and week in local time, users who leave and some who return, rows that arrive
/// late, twice or with a repeated id, missing values, visitors who are in no users table, contents withdrawn since.
/// The same options give the same rows on every machine (see <see cref="SampleRandom"/>).
/// </remarks>
public sealed class SampleBank
{
    private SampleBank(SampleBankOptions options, IReadOnlyList<SampleUser> users, IReadOnlyList<SampleEvent> events, IReadOnlyList<SampleContent> contents)
    {
        Options = options;
        Users = users;
        Events = events;
        Contents = contents;
    }

    /// <summary>Gets every event name that can occur.</summary>
    public static IReadOnlyList<string> EventNames { get; } =
    [
        "register", "login", "view", "search", "bind_card", "apply_installment", "installment_paid", "transfer",
        "pay", "buy_fund", "redeem", "like", "share", "invite", "complaint", "logout",
    ];

    /// <summary>Gets the zone of the bank's days.</summary>
    public const string ZoneId = "Asia/Shanghai";

    /// <summary>Gets the offset of that zone, which has known no daylight saving since 1991; so no time-zone data are needed here.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>Gets what the sample was made from.</summary>
    public SampleBankOptions Options { get; }

    /// <summary>Gets the users table, in order of registration.</summary>
    public IReadOnlyList<SampleUser> Users { get; }

    /// <summary>Gets the event log, in order of arrival.</summary>
    public IReadOnlyList<SampleEvent> Events { get; }

    /// <summary>Gets the contents table.</summary>
    public IReadOnlyList<SampleContent> Contents { get; }

    /// <summary>Makes a sample.</summary>
    /// <param name="options">Size and seed; <see langword="null"/> for 20,000 users and 90 days, about a million events.</param>
    /// <returns>The three tables; without users, no events.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of users or days is out of range.</exception>
    public static SampleBank Create(SampleBankOptions? options = null)
    {
        options ??= new SampleBankOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Users);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Users, SampleBankOptions.MaximumUsers);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Days, SampleBankOptions.MaximumDays);

        var catalog = new Catalog(SampleStreams.Catalog(options.Seed));
        var population = new Population(options);
        var drafts = new List<EventDraft>(options.Users * 55);
        var diary = new Diary(options, catalog, drafts);
        foreach (var person in population.People)
        {
            diary.Write(person);
        }
        var log = new ArrivalLog(SampleStreams.Arrival(options.Seed), drafts);
        return new SampleBank(options, population.Users, Rows(options, population, catalog, log, drafts.Count), catalog.Contents);
    }

    /// <summary>Writes the users table as comma-separated values, headers first, lines ending in <c>\n</c>.</summary>
    public void WriteUsersCsv(TextWriter writer) => SampleCsv.WriteUsers(Users, writer);

    /// <summary>Writes the event log as comma-separated values, headers first, lines ending in <c>\n</c>.</summary>
    public void WriteEventsCsv(TextWriter writer) => SampleCsv.WriteEvents(Events, writer);

    /// <summary>Writes the contents table as comma-separated values, headers first, lines ending in <c>\n</c>.</summary>
    public void WriteContentsCsv(TextWriter writer) => SampleCsv.WriteContents(Contents, writer);

    private static SampleEvent[] Rows(SampleBankOptions options, Population population, Catalog catalog, ArrivalLog log, int count)
    {
        var midnight = new DateTimeOffset(options.FirstDay.ToDateTime(TimeOnly.MinValue), Offset);
        var rows = new SampleEvent[count];
        int filled = 0;
        foreach (var (id, draft) in log.Rows())
        {
            var person = population.People[draft.Person];
            rows[filled++] = new SampleEvent(
                id,
                person.Id,
                midnight.AddTicks(draft.AtMilliseconds * TimeSpan.TicksPerMillisecond),
                EventNames[(int)draft.Action],
                draft.Gaps.HasFlag(EventGaps.Channel) ? null : Market.Channels[person.Channel],
                draft.Gaps.HasFlag(EventGaps.System) ? null : Market.Systems[person.System],
                draft.Page == EventDraft.NoCode ? null : Market.Pages[draft.Page],
                catalog.IdOf(draft.Content),
                draft.AmountInFen < 0 ? null : draft.AmountInFen / 100m,
                draft.Success == EventDraft.NoCode ? null : draft.Success == 1);
        }
        return rows;
    }
}
