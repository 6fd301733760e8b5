using System.Text.Json;

namespace UserOps.Models;

/// <summary>What is wrong inside a part that a converter reads by itself; the serializer adds the place of the part.</summary>
internal sealed class JsonPartException(Exception exception) : JsonException(UserOpsJson.ReasonOf(exception), exception)
{
    /// <summary>Gets the place inside the part, to be put behind that of the part: ".events.where", or nothing.</summary>
    internal string Tail { get; } = (exception is JsonException { Path: { } path } ? path : UserOpsJson.PathIn(exception.Message)).TrimStart('$');
}
