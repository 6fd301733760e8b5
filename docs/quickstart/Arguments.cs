using System.Collections.Immutable;

namespace UserOps.Quickstart;

/// <summary>What was asked for on the command line; <see cref="Usage"/> explains each option.</summary>
internal sealed record Arguments
{
    private static readonly Dictionary<string, Func<Arguments, string, Arguments>> Options = new(StringComparer.Ordinal)
    {
        ["--users"] = (asked, value) => asked with { Users = Once("--users", asked.Users, value) },
        ["--events"] = (asked, value) => asked with { Events = Once("--events", asked.Events, value) },
        ["--contents"] = (asked, value) => asked with { Contents = Once("--contents", asked.Contents, value) },
        ["--sqlite"] = (asked, value) => asked with { Sqlite = Once("--sqlite", asked.Sqlite, value) },
        ["--users-query"] = (asked, value) => asked with { UsersQuery = Once("--users-query", asked.UsersQuery, value) },
        ["--events-query"] = (asked, value) => asked with { EventsQuery = Once("--events-query", asked.EventsQuery, value) },
        ["--contents-query"] = (asked, value) => asked with { ContentsQuery = Once("--contents-query", asked.ContentsQuery, value) },
        ["--map"] = (asked, value) => asked with { Map = Pairs("--map", "user=customer_id,time=date", asked.Map, value) },
        ["--types"] = (asked, value) => asked with { Types = Pairs("--types", "assets=amount,age=number", asked.Types, value) },
        ["--stages"] = (asked, value) => asked with { Stages = Pairs("--stages", "activation=bind_card,revenue=pay+transfer", asked.Stages, value) },
        ["--event-name"] = (asked, value) => asked with { EventName = Once("--event-name", asked.EventName, value) },
        ["--currency"] = (asked, value) => asked with { Currency = Once("--currency", asked.Currency, value) },
        ["--zone"] = (asked, value) => asked with { Zone = Once("--zone", asked.Zone, value) },
        ["--as-of"] = (asked, value) => asked with { AsOf = Once("--as-of", asked.AsOf, value) },
        ["--funnel"] = (asked, value) => asked with { Funnel = Once("--funnel", asked.Funnel, value) },
        ["--rule"] = (asked, value) => asked with { Rule = Once("--rule", asked.Rule, value) },
        ["--json"] = (asked, value) => asked with { Json = Once("--json", asked.Json, value) },
    };

    /// <summary>Gets the options that take a value.</summary>
    internal static IEnumerable<string> OptionNames => Options.Keys;

    internal bool Help { get; init; }

    internal bool SkipUnreadable { get; init; }

    internal string? Users { get; init; }

    internal string? Events { get; init; }

    internal string? Contents { get; init; }

    internal string? Sqlite { get; init; }

    internal string? UsersQuery { get; init; }

    internal string? EventsQuery { get; init; }

    internal string? ContentsQuery { get; init; }

    /// <summary>Gets where things are found: role or field on the left, the column of the source on the right.</summary>
    internal ImmutableDictionary<string, string> Map { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Gets what columns hold, by field.</summary>
    internal ImmutableDictionary<string, string> Types { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Gets which event serves which stage of growth.</summary>
    internal ImmutableDictionary<string, string> Stages { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    internal string? EventName { get; init; }

    internal string? Currency { get; init; }

    internal string? Zone { get; init; }

    internal string? AsOf { get; init; }

    internal string? Funnel { get; init; }

    internal string? Rule { get; init; }

    internal string? Json { get; init; }

    /// <summary>Gets a value indicating whether the caller brought data; without, the sample bank is used.</summary>
    internal bool HasOwnData => Events is not null || Sqlite is not null;

    /// <summary>Reads the command line; options as <c>--name value</c> or <c>--name=value</c>.</summary>
    /// <exception cref="QuickstartException">An option is unknown, given twice, lacks its value, or does not go with another.</exception>
    internal static Arguments Parse(IReadOnlyList<string> words)
    {
        var asked = new Arguments();
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] is "--help" or "-h" or "-?")
            {
                return new Arguments { Help = true };
            }
            if (words[i] == "--skip-unreadable")
            {
                asked = asked with { SkipUnreadable = true };
                continue;
            }
            int equals = words[i].IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? words[i] : words[i][..equals];
            if (!Options.TryGetValue(name, out var set))
            {
                throw new QuickstartException($"'{words[i]}' is no option; --help lists them.");
            }
            string value = equals >= 0 ? words[i][(equals + 1)..] : ++i < words.Count ? words[i] : "";
            asked = set(asked, value.Length > 0 ? value : throw new QuickstartException($"{name} needs a value."));
        }
        asked.RequireThatGoesTogether();
        return asked;
    }

    private void RequireThatGoesTogether()
    {
        string? fault = this switch
        {
            { Sqlite: not null, Events: not null } => "--sqlite and --events are two sources of events; give one.",
            { Sqlite: not null, EventsQuery: null } => "--sqlite needs --events-query, the SELECT that gives the events.",
            { Sqlite: null, EventsQuery: not null } or { Sqlite: null, UsersQuery: not null } or { Sqlite: null, ContentsQuery: not null }
                => "A query needs --sqlite, the database file.",
            { Users: not null, UsersQuery: not null } => "--users and --users-query are two sources of users; give one.",
            { Contents: not null, ContentsQuery: not null } => "--contents and --contents-query are two sources of contents; give one.",
            { HasOwnData: false, Users: not null } or { HasOwnData: false, Contents: not null }
                => "The models need events: give --events too.",
            { HasOwnData: false } when Map.Count > 0 || Types.Count > 0 || EventName is not null || Currency is not null || Zone is not null
                => "--map, --types, --event-name, --currency and --zone describe your own data: give --events or --sqlite too.",
            { Rule: not null } when Funnel is not null || Stages.Count > 0 || Json is not null
                => "--rule asks one question alone; --funnel, --stages and --json belong to the run without it.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new QuickstartException(fault);
        }
    }

    private static string Once(string name, string? earlier, string value)
        => earlier is null ? value : throw new QuickstartException($"{name} is given twice.");

    private static ImmutableDictionary<string, string> Pairs(string name, string example, ImmutableDictionary<string, string> pairs, string value)
    {
        foreach (string pair in value.Split(','))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == pair.Length - 1)
            {
                throw new QuickstartException($"{name} takes pairs such as {example}; '{pair}' is none.");
            }
            string left = pair[..equals].Trim();
            pairs = pairs.ContainsKey(left)
                ? throw new QuickstartException($"{name} names '{left}' twice.")
                : pairs.Add(left, pair[(equals + 1)..].Trim());
        }
        return pairs;
    }
}
