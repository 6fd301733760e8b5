using System.Collections.Immutable;
using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>What a portrait is drawn from: all of it speaks of the same users as of the same instant.</summary>
internal sealed record PortraitInputs(
    UserOpsDataset Data, TagTable Tags, ImmutableArray<(string Name, Audience Audience)> Audiences, ImmutableArray<Persona> Personas)
{
    /// <exception cref="ArgumentException">Something speaks of other users or of another instant, or a name is empty or occurs twice.</exception>
    internal static PortraitInputs Of(
        UserOpsDataset data, TagTable tags, IEnumerable<(string Name, Audience Audience)> audiences, IEnumerable<Persona> personas)
    {
        if (!IsOfSameUsers(tags.Directory, data))
        {
            throw new ArgumentException("The tags were computed for other users, or for another state of the dataset.", nameof(tags));
        }

        var inputs = new PortraitInputs(data, tags, [.. audiences], [.. personas]);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, Audience audience) in inputs.Audiences)
        {
            ArgumentNullException.ThrowIfNull(audience, nameof(audiences));
            string? fault = string.IsNullOrWhiteSpace(name) || !names.Add(name) ? "needs a name of its own"
                : !IsOfSameUsers(audience.Universe.Directory, data) ? "is of other users, or of another state of the dataset"
                : audience.Context != tags.Context ? "was asked for another instant or zone than the tags"
                : null;
            if (fault is not null)
            {
                throw new ArgumentException($"The audience '{name}' {fault}.", nameof(audiences));
            }
        }

        return inputs;
    }

    private static bool IsOfSameUsers(UserDirectory directory, UserOpsDataset data)
        => directory.IsSameOrEarlierStateOf(data.Directory) && data.Directory.IsSameOrEarlierStateOf(directory);
}
