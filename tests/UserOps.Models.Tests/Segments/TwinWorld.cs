using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace UserOps.Models.Tests.Segments;

/// <summary>A few users and what they did, by hand: a dataset for the model, one user at a time for the twin.</summary>
/// <param name="Users">The attributes of users u0, u1, ...</param>
/// <param name="Arrivals">What happened, in the order of arrival; a user without a row of attributes is known only from here.</param>
/// <param name="Properties">The properties of the arrivals, row by row.</param>
/// <param name="Context">When and where it is asked.</param>
internal sealed record TwinWorld(RowTable Users, ImmutableArray<TwinArrival> Arrivals, RowTable Properties, EvaluationContext Context)
{
    /// <summary>Gets the numbers of the users that a dataset of this world has.</summary>
    internal IEnumerable<int> Known => Enumerable.Range(0, Users.Rows.Length).Union(Arrivals.Select(arrival => arrival.User)).Order();

    internal static string IdOf(int user) => "u" + user.ToString(CultureInfo.InvariantCulture);

    internal UserOpsDataset ToDataset() => new UserOpsDatasetBuilder(new IngestOptions { OnBadRow = OnBadRow.Throw })
        .AddUsers(Enumerable.Range(0, Users.Rows.Length), users => Users.Map(users.User(IdOf)))
        .AddEvents(Enumerable.Range(0, Arrivals.Length), events => Properties.Map(
            events.User(row => IdOf(Arrivals[row].User)).At(row => Arrivals[row].At).Name(row => Arrivals[row].Name)))
        .Build();

    internal TwinUser User(int user) => new(
        field => user < Users.Rows.Length ? Users.Value(user, field) : null,
        [
            .. Enumerable.Range(0, Arrivals.Length)
                .Where(row => Arrivals[row].User == user)
                .OrderBy(row => Arrivals[row].At) // stable, so that arrival decides between equals
                .Select(row => new TwinUserEvent(Arrivals[row].Name, Arrivals[row].At, property => Properties.Value(row, property))),
        ]);

    /// <summary>Writes everything about one user, for a failing test.</summary>
    internal string Describe(int user)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"as of {Context.AsOf:O} in {Context.Zone.Id}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{IdOf(user)}: {(user < Users.Rows.Length ? Values(Users, user) : "no attributes")}");
        foreach (int row in Enumerable.Range(0, Arrivals.Length).Where(row => Arrivals[row].User == user))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Arrivals[row].Name} at {Arrivals[row].At:O}: {Values(Properties, row)}");
        }

        return text.ToString();
    }

    private static string Values(RowTable table, int row) => string.Join(", ", table.Fields.Zip(table.Rows[row])
        .Where(pair => pair.Second is not null)
        .Select(pair => $"{pair.First.Name}={Text(pair.Second!)}"));

    private static string Text(object value) => value switch
    {
        string[] texts => $"[{string.Join(' ', texts)}]",
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

/// <summary>One thing that happened.</summary>
/// <param name="User">Whose number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="At">When it was.</param>
internal readonly record struct TwinArrival(int User, string Name, DateTimeOffset At);
