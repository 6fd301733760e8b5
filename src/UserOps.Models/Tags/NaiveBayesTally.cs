using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What the rows of one class hold, feature by feature.</summary>
internal sealed class NaiveBayesTally
{
    private readonly ImmutableArray<NaiveBayesFeature> _features;
    private readonly Dictionary<string, long>[] _texts;
    private readonly RunningMoments[] _numbers;

    internal NaiveBayesTally(ImmutableArray<NaiveBayesFeature> features)
    {
        _features = features;
        _texts = [.. features.Select(_ => new Dictionary<string, long>(StringComparer.Ordinal))];
        _numbers = new RunningMoments[features.Length];
    }

    internal long Rows { get; private set; }

    internal void Add(ReadOnlySpan<NaiveBayesValue> values)
    {
        Rows++;
        for (int i = 0; i < values.Length; i++)
        {
            if (_features[i].Kind != NaiveBayesFeatureKind.Number)
            {
                foreach (string text in NaiveBayesReading.TextsOf(_features[i], values[i]))
                {
                    _texts[i][text] = _texts[i].GetValueOrDefault(text) + 1;
                }
            }
            else if (NaiveBayesReading.NumberOf(_features[i], values[i]) is { } number)
            {
                _numbers[i].Add(number);
            }
        }
    }

    /// <summary>Puts what every class knows of a feature side by side.</summary>
    internal static NaiveBayesLearned Learned(NaiveBayesFeature feature, int index, ImmutableArray<NaiveBayesTally> classes, double smoothing)
    {
        if (feature.Kind == NaiveBayesFeatureKind.Number)
        {
            return new() { Feature = feature, Normals = NormalsOf([.. classes.Select(one => one._numbers[index])], smoothing) };
        }

        string[] seen = [.. classes.SelectMany(one => one._texts[index].Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new()
        {
            Feature = feature,
            Totals = [.. classes.Select(one => one._texts[index].Values.Sum())],
            Vocabulary = seen.Length,
            Texts = [.. seen.Select(text => new NaiveBayesText { Text = text, Counts = [.. classes.Select(one => one._texts[index].GetValueOrDefault(text))] })],
        };
    }

    // A class that has no number of its own is given that of all, so that the feature speaks for no class where nothing is known.
    private static ImmutableArray<NaiveBayesNormal> NormalsOf(ImmutableArray<RunningMoments> classes, double smoothing)
    {
        RunningMoments all = classes.Aggregate(RunningMoments.Merge);
        double floor = all.Variance * smoothing;
        return floor > 0 && double.IsFinite(all.Variance)
            ? [.. classes.Select(one => one.Count == 0 ? all : one).Select(one => new NaiveBayesNormal { Mean = one.Mean, Variance = one.Variance + floor })]
            : [];
    }
}
