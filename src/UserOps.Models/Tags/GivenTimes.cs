namespace UserOps.Models.Tags;

/// <summary>Checks what a caller says beside the values of a column.</summary>
internal static class GivenTimes
{
    internal static TagTimes Of(
        string tag, UserDirectory directory, int count, string parameterName, ReadOnlySpan<double> confidences, DateTimeOffset assignedAt, string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (count != directory.Count)
        {
            throw new ArgumentException($"There are {count} values for {directory.Count} users.", parameterName);
        }

        if (!confidences.IsEmpty && confidences.Length != directory.Count)
        {
            throw new ArgumentException($"There are {confidences.Length} confidences for {directory.Count} users.", nameof(confidences));
        }

        foreach (double confidence in confidences)
        {
            if (confidence is < 0 or > 1)
            {
                throw new ArgumentOutOfRangeException(nameof(confidences), confidence, "A confidence is 0 to 1.");
            }
        }

        return new(assignedAt.UtcTicks, source, confidences.IsEmpty ? null : confidences.ToArray());
    }
}
