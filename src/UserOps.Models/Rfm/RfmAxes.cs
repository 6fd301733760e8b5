namespace UserOps.Models.Rfm;

/// <summary>The axes of an answer: which values they have, and how the definition scores and splits them.</summary>
internal sealed class RfmAxes
{
    private readonly RfmDefinition _definition;
    private readonly RfmFacts _facts;
    private readonly UserDirectory _directory;
    private readonly int _valueScale;
    private readonly int[]? _valued; // the members with a value on the third axis; null for all
    private readonly long[] _values; // theirs
    private readonly Lazy<RfmBoundaries?>[] _boundaries; // selected once, however many users are explained

    internal RfmAxes(RfmQuestion question, RfmFacts facts)
    {
        (_definition, _facts, _directory, _valueScale) = (question.Definition, facts, question.Data.Directory, question.ValueScale);
        if (facts.WithoutValue > 0)
        {
            _valued = [.. Enumerable.Range(0, facts.Count).Where(member => facts.Value[member] != ValueList.NoAmount)];
        }

        _values = _valued is null ? facts.Value : Array.ConvertAll(_valued, member => facts.Value[member]);
        _boundaries = [.. Enum.GetValues<RfmAxis>().Select(axis => new Lazy<RfmBoundaries?>(() => FindBoundaries(axis)))];
    }

    private RfmSplit Split => _definition.Cuts is { } cuts
        ? new() { Method = RfmSplitMethod.Given, Given = cuts.Split, EqualToCut = _definition.Split.EqualToCut }
        : _definition.Split;

    /// <summary>Gets the highest score of an axis.</summary>
    internal int TopOf(RfmAxis axis) => ScorerOf(axis)!.HighestScore;

    /// <summary>Scores an axis.</summary>
    /// <returns>Shape [members], 0 without a value; null for length where it is not asked.</returns>
    internal byte[]? Score(RfmAxis axis)
    {
        if (ScorerOf(axis) is not { } scorer)
        {
            return null;
        }

        var scores = new byte[axis == RfmAxis.Monetary ? _values.Length : _facts.Count];
        if (axis == RfmAxis.Monetary)
        {
            scorer.ScoreUnits<long>(_values, _valueScale, () => InOrderOfIds(_valued), scores);
            return Spread(scores);
        }

        scorer.ScoreUnits<int>(WholeOf(axis), 0, () => InOrderOfIds(null), scores);
        return scores;
    }

    /// <summary>Splits the three axes.</summary>
    /// <returns>
    /// Codes of <see cref="RfmSides"/>: shape [members]; and the cuts of recency, frequency and the third axis. No cuts where nobody has a value on the third axis.
    /// </returns>
    internal (byte[] Sides, AxisCut[] Cuts) Group()
    {
        var groups = new byte[_facts.Count];
        if (groups.Length == 0)
        {
            return (groups, []);
        }

        var model = new RfmSplitModel(Split);
        AxisCut recency = model.MarkUnits<int>(_facts.Recency, 0, model.Split.Given?.Recency, RfmSplitKernels.LowRecency, groups);
        AxisCut frequency = model.MarkUnits<int>(_facts.Frequency, 0, model.Split.Given?.Frequency, RfmSplitKernels.LowFrequency, groups);
        if (_valued is null)
        {
            return (groups, [recency, frequency, model.MarkUnits<long>(_values, _valueScale, model.Split.Given?.Monetary, RfmSplitKernels.LowMonetary, groups)]);
        }

        byte[] valued = Array.ConvertAll(_valued, member => groups[member]);
        AxisCut[] cuts = _values.Length == 0
            ? []
            : [recency, frequency, model.MarkUnits<long>(_values, _valueScale, model.Split.Given?.Monetary, RfmSplitKernels.LowMonetary, valued)];
        for (int member = 0; member < groups.Length; member++)
        {
            groups[member] |= RfmSides.NoGroup;
        }

        for (int i = 0; i < _valued.Length; i++)
        {
            groups[_valued[i]] = valued[i];
        }

        return (groups, cuts);
    }

    /// <summary>Gets the cuts between the scores of an axis; null where ranks decide, or nobody has a value.</summary>
    internal RfmBoundaries? BoundariesOf(RfmAxis axis) => _boundaries[(int)axis].Value;

    /// <summary>Gets all boundaries, by which the same users get the same scores and groups; null where an axis has none.</summary>
    internal RfmCuts? CutsOf(AxisCut[] split)
    {
        bool hasLength = _definition.LengthScoring is not null;
        RfmBoundaries? length = hasLength ? BoundariesOf(RfmAxis.Length) : null;
        return BoundariesOf(RfmAxis.Recency) is { } recency
            && BoundariesOf(RfmAxis.Frequency) is { } frequency
            && BoundariesOf(RfmAxis.Monetary) is { } monetary
            && SharedOf(split) is { } shared
            && (!hasLength || length is not null)
                ? new() { Recency = recency, Frequency = frequency, Monetary = monetary, Length = length, Split = shared }
                : null;
    }

    /// <summary>Gets the cuts between high and low as people read them: the means themselves.</summary>
    internal RfmGivenCuts? ReadableOf(AxisCut[] split) => Split.Given ?? (split.Length == 0 ? null : new()
    {
        Recency = (decimal)split[0].At.ToDouble(),
        Frequency = (decimal)split[1].At.ToDouble(),
        Monetary = (decimal)split[2].At.ToDouble(),
    });

    // A mean may have no last digit, a cut to be shared has: the value between two units that parts the users in the same way.
    private RfmGivenCuts? SharedOf(AxisCut[] split) => Split.Given ?? (split.Length == 0 ? null : new()
    {
        Recency = SharedOf(split[0], 0),
        Frequency = SharedOf(split[1], 0),
        Monetary = SharedOf(split[2], _valueScale),
    });

    private static decimal SharedOf(AxisCut cut, int scale)
        => DecimalUnits.ToDecimal((Int128)cut.LowestUnits(scale) - (cut.EqualIsAbove ? 0 : 1), scale);

    private RfmBoundaries? FindBoundaries(RfmAxis axis)
    {
        RfmScorer? scorer = ScorerOf(axis);
        bool isGiven = _definition.Cuts is not null || scorer?.Scoring?.Method == RfmScoringMethod.Thresholds;
        return scorer is not { HasBoundaries: true } || (!isGiven && _values.Length == 0) ? null
            : axis == RfmAxis.Monetary ? scorer.BoundariesOfUnits<long>(_values, _valueScale)
            : scorer.BoundariesOfUnits<int>(WholeOf(axis), 0);
    }

    private RfmScorer? ScorerOf(RfmAxis axis) => axis switch
    {
        RfmAxis.Recency => ScorerOf(_definition.Cuts?.Recency, _definition.RecencyScoring, lowerIsBetter: true),
        RfmAxis.Frequency => ScorerOf(_definition.Cuts?.Frequency, _definition.FrequencyScoring),
        RfmAxis.Monetary => ScorerOf(_definition.Cuts?.Monetary, _definition.MonetaryScoring),
        _ => _definition.LengthScoring is { } length ? ScorerOf(_definition.Cuts?.Length, length) : null,
    };

    private static RfmScorer ScorerOf(RfmBoundaries? given, RfmAxisScoring scoring, bool lowerIsBetter = false)
        => given is null ? new(scoring, lowerIsBetter) : RfmScorer.At(given);

    private int[] WholeOf(RfmAxis axis) => axis switch
    {
        RfmAxis.Recency => _facts.Recency,
        RfmAxis.Frequency => _facts.Frequency,
        _ => _facts.Length,
    };

    private byte[] Spread(byte[] scores)
    {
        if (_valued is null)
        {
            return scores;
        }

        var spread = new byte[_facts.Count];
        for (int i = 0; i < _valued.Length; i++)
        {
            spread[_valued[i]] = scores[i];
        }

        return spread;
    }

    // Ranks part users of one value: their ids decide, never the order in which they came.
    private int[] InOrderOfIds(int[]? members)
    {
        int[] places = [.. Enumerable.Range(0, members?.Length ?? _facts.Count)];
        UserId[] ids = Array.ConvertAll(places, place => _directory[_facts.Users[members?[place] ?? place]]);
        Array.Sort(ids, places);
        return places;
    }
}
