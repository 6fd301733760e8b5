using System.Globalization;
using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

/// <summary>Logs written as text: a line a user, a letter a day from 2026-03-01 in UTC; a digit for so many events, '.' for none.</summary>
internal static class ActivityRows
{
    internal static readonly DateOnly FirstDay = new(2026, 3, 1); // a Sunday

    internal static UserOpsDataset Of(params string[] journeys)
    {
        IEnumerable<(string User, DateTimeOffset At)> rows =
            from journey in journeys
            let parts = journey.Split(' ')
            from day in Enumerable.Range(0, parts[1].Length)
            from number in Enumerable.Range(0, parts[1][day] == '.' ? 0 : parts[1][day] - '0')
            select (parts[0], new DateTimeOffset(FirstDay.AddDays(day), new TimeOnly(9, number), TimeSpan.Zero));
        return UserOpsDataset.FromEvents(rows, map => map.User(row => row.User).At(row => row.At).Name(_ => "login"));
    }

    /// <summary>Gets the context at the end of so many days.</summary>
    internal static EvaluationContext AfterDays(int days) => EvaluationContext.AtEndOf(FirstDay.AddDays(days - 1), TimeZoneInfo.Utc);

    internal static string Text(InvalidDefinitionException refusal)
        => string.Join('|', refusal.Issues.Select(issue => string.Create(CultureInfo.InvariantCulture, $"{issue.Code} {issue.Path} {issue.Message}")));

    internal static string Names(UserSet users) => string.Join(' ', users.Ids());

    internal static ActiveUserDefinition Often => new() { Events = "login", MinimumEvents = 2 };
}
