using System.Text.Json.Nodes;
using UserOps.Models.Activity;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Activity;

/// <summary>Runs a session case through the public door: ingest, definition, model.</summary>
internal static class SessionCases
{
    public static JsonObject Answer(ConformanceCase asked)
    {
        try
        {
            SessionDefinition definition = DefinitionOf(asked);
            UserOpsDataset data = CaseDataset.Read(asked);
            SessionResult result = new SessionModel(definition).Evaluate(data, new() { AsOf = asked.AsOf, Zone = TimeZoneInfo.Utc });
            return new JsonObject { ["sessionIndex"] = Indices(data, definition, result) };
        }
        catch (InvalidDefinitionException refusal)
        {
            return new JsonObject { ["refused"] = new JsonArray([.. refusal.Issues.Select(issue => (JsonNode)issue.Code)]) };
        }
    }

    private static SessionDefinition DefinitionOf(ConformanceCase asked)
    {
        asked.Definition.OnlyKnown("definition", "asOf", "timeoutSeconds", "separators");
        string[] separators = [.. asked.Definition.Items("separators").Select(name => name.GetString()!)];
        return new()
        {
            Events = EventFilter.Any,
            InactivityLimit = asked.Definition.Ticks("timeoutSeconds") is { } ticks ? TimeSpan.FromTicks(ticks) : null,
            Separators = separators.Length == 0 ? null : EventFilter.Named(separators),
        };
    }

    private static JsonObject Indices(UserOpsDataset data, SessionDefinition definition, SessionResult result)
    {
        var users = new JsonObject();
        for (int user = 0; user < data.Directory.Count; user++)
        {
            var own = new JsonArray();
            for (int i = data.Events.Offsets[user]; i < data.Events.Offsets[user + 1]; i++)
            {
                if (definition.Separators?.Names.Contains(data.Events.NameAt(i)) != true)
                {
                    own.Add(result.Users.Indices[i] is > 0 and int index ? index : null);
                }
            }

            users[data.Directory[user].ToString()] = own;
        }

        return users;
    }
}
