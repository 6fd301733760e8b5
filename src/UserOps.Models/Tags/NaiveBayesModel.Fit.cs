using System.Collections.Immutable;

namespace UserOps.Models.Tags;

public sealed partial class NaiveBayesModel
{
    /// <summary>Learns a model from users whose value is known.</summary>
    /// <param name="options">Features, smoothing, priors.</param>
    /// <param name="rows">The labeled users, read once; their order changes nothing but the last bits of means.</param>
    /// <param name="cancellationToken">Looked at before each row.</param>
    /// <returns>A model with the classes in the order of their names. The vocabulary of a feature is what the rows hold of it.</returns>
    /// <exception cref="ArgumentNullException">The options, the rows, or one of them is null.</exception>
    /// <exception cref="ArgumentException">A row has no class, or not one value per feature, or a text where a number is read, or the reverse.</exception>
    /// <exception cref="InvalidDefinitionException">
    /// The options cannot be; the rows hold fewer than two classes (<c>tooFewClasses</c>); the priors do not name exactly those (<c>priorClasses</c>).
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static NaiveBayesModel Fit(NaiveBayesOptions options, IEnumerable<NaiveBayesRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(rows);
        InvalidDefinitionException.ThrowIfAny(NaiveBayesRules.Check(options));
        var tallies = new SortedDictionary<string, NaiveBayesTally>(StringComparer.Ordinal);
        foreach (NaiveBayesRow row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
            ArgumentException.ThrowIfNullOrWhiteSpace(row.Class, nameof(rows));
            Require(row.Values.IsDefault ? 0 : row.Values.Length, options.Features.Length);
            if (!tallies.TryGetValue(row.Class, out NaiveBayesTally? tally))
            {
                tallies.Add(row.Class, tally = new NaiveBayesTally(options.Features));
            }

            tally.Add(row.Values.AsSpan());
        }

        return new(new NaiveBayesParameters
        {
            Version = NaiveBayesDefaults.Version,
            Classes = ClassesOf(options, tallies),
            Features = [.. options.Features.Select((feature, i) => NaiveBayesTally.Learned(feature, i, [.. tallies.Values], options.VarianceSmoothing))],
            Alpha = options.Alpha,
            MinimumConfidence = options.MinimumConfidence,
        });
    }

    private static ImmutableArray<NaiveBayesClass> ClassesOf(NaiveBayesOptions options, SortedDictionary<string, NaiveBayesTally> tallies)
    {
        if (tallies.Count < 2)
        {
            throw new InvalidDefinitionException([new("tooFewClasses", "", $"The rows hold {tallies.Count} classes; a model tells at least two apart.")]);
        }

        double rows = tallies.Values.Sum(tally => (double)tally.Rows);
        if (options.Priors.IsEmpty)
        {
            return [.. tallies.Select(one => new NaiveBayesClass { Name = one.Key, Prior = one.Value.Rows / rows })];
        }

        ImmutableArray<NaiveBayesClass> priors = [.. options.Priors.OrderBy(prior => prior.Name, StringComparer.Ordinal)];
        return priors.Select(prior => prior.Name).SequenceEqual(tallies.Keys, StringComparer.Ordinal)
            ? priors
            : throw new InvalidDefinitionException(
                [new("priorClasses", "/priors", $"The priors are for {string.Join(", ", priors.Select(prior => prior.Name))}, and the rows hold {string.Join(", ", tallies.Keys)}.")]);
    }
}
