namespace UserOps.Models.Profitability;

/// <summary>What must hold for segments given by name.</summary>
internal static class CustomerProfitSegments
{
    internal static void Require(ReadOnlySpan<KeyValuePair<string, UserSet>> segments, UserOpsDataset data, string parameterName)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, UserSet users) in segments)
        {
            if (string.IsNullOrWhiteSpace(name) || users is null)
            {
                throw new ArgumentException("A segment has no name or no users.", parameterName);
            }

            if (!names.Add(name))
            {
                throw new ArgumentException($"There are two segments '{name}'.", parameterName);
            }

            _ = users.Overlaps(UserSet.None(data.Directory)); // refuses users of another dataset
        }
    }
}
