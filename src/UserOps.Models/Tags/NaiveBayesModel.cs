using System.Collections.Frozen;
using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Naive Bayes: the most probable value of a tag, from features taken as independent given the value (朴素贝叶斯).</summary>
/// <remarks>
/// P(c | x) is proportional to P(c) times the product of P(x | c): (n + alpha) / (total + alpha vocabulary) for each text or gram, a repeated one
/// counted again, and the normal density for a number. Sums of logarithms, normalized at the end. What was never seen is smoothed, what is
/// missing is passed over, and without anything known the answer is the prior. Immutable, shared freely between threads.
/// C. D. Manning, P. Raghavan, H. Schütze, <i>Introduction to Information Retrieval</i>, 2008, section 13.2.
/// </remarks>
public sealed partial class NaiveBayesModel
{
    private readonly double[] _logPriors;
    private readonly FrozenDictionary<string, int>[] _textsByFeature; // a text to its place in the counts
    private readonly int[] _byName; // classes in the order of their names

    /// <summary>Takes what is known already: saved before, or counted elsewhere.</summary>
    /// <param name="parameters">Classes, counts, distributions.</param>
    /// <exception cref="ArgumentNullException">The parameters are null.</exception>
    /// <exception cref="InvalidDefinitionException">The parameters cannot be, or are of a version this library does not know; every fault is in <c>Issues</c>.</exception>
    public NaiveBayesModel(NaiveBayesParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(NaiveBayesRules.Check(parameters));
        Parameters = parameters;
        double highest = Math.Log(parameters.Classes.Max(one => one.Prior)); // their sum may be more than a double holds
        _logPriors = [.. parameters.Classes.Select(one => Math.Log(one.Prior) - highest)];
        _textsByFeature = [.. parameters.Features.Select(PlacesOf)];
        _byName = [.. Enumerable.Range(0, _logPriors.Length).OrderBy(i => parameters.Classes[i].Name, StringComparer.Ordinal)];
    }

    /// <summary>Gets everything the model knows; as JSON it is the saved model.</summary>
    public NaiveBayesParameters Parameters { get; }

    /// <summary>Says how probable each class is for a user.</summary>
    /// <param name="values">What is known, one value per feature, in the order of the features; the default for nothing known.</param>
    /// <returns>The value and its confidence, ties included.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than features, or one is a text where a number is read, or the reverse.</exception>
    public NaiveBayesPrediction Predict(params ReadOnlySpan<NaiveBayesValue> values)
    {
        Require(values.Length, Parameters.Features.Length);
        double[] posteriors = [.. _logPriors];
        for (int i = 0; i < values.Length; i++)
        {
            Add(i, values[i], posteriors);
        }

        NaiveBayesKernels.Normalize(posteriors);
        return PredictionOf(posteriors);
    }

    private void Add(int feature, NaiveBayesValue value, double[] logs)
    {
        NaiveBayesLearned learned = Parameters.Features[feature];
        if (learned.Feature.Kind == NaiveBayesFeatureKind.Number)
        {
            if (NaiveBayesReading.NumberOf(learned.Feature, value) is { } number && !learned.Normals.IsEmpty)
            {
                for (int c = 0; c < logs.Length; c++)
                {
                    logs[c] += NaiveBayesKernels.LogDensity(number, learned.Normals[c].Mean, learned.Normals[c].Variance);
                }
            }

            return;
        }

        foreach (string text in NaiveBayesReading.TextsOf(learned.Feature, value))
        {
            Add(learned, _textsByFeature[feature].TryGetValue(text, out int place) ? learned.Texts[place] : null, logs);
        }
    }

    private void Add(NaiveBayesLearned learned, NaiveBayesText? text, double[] logs)
    {
        for (int c = 0; learned.Vocabulary > 0 && c < logs.Length; c++)
        {
            logs[c] += NaiveBayesKernels.LogShare(text?.Counts[c] ?? 0, learned.Totals[c], learned.Vocabulary, Parameters.Alpha);
        }
    }

    private NaiveBayesPrediction PredictionOf(double[] posteriors)
    {
        double highest = posteriors.Max();
        ImmutableArray<string> best =
            [.. _byName.Where(c => posteriors[c] >= highest - NaiveBayesDefaults.TieTolerance).Select(c => Parameters.Classes[c].Name)];
        return new()
        {
            Value = highest >= Parameters.MinimumConfidence ? best[0] : null,
            Confidence = highest,
            Ties = best.Length > 1 ? best : [],
            Posteriors = [.. Parameters.Classes.Zip(posteriors, (one, posterior) => new NaiveBayesPosterior(one.Name, posterior))],
        };
    }

    private static FrozenDictionary<string, int> PlacesOf(NaiveBayesLearned learned)
        => learned.Texts.Select((text, place) => KeyValuePair.Create(text.Text, place)).ToFrozenDictionary(StringComparer.Ordinal);

    private static void Require(int values, int features)
    {
        if (values != features)
        {
            throw new ArgumentException($"There are {values} values for {features} features.", nameof(values));
        }
    }
}
