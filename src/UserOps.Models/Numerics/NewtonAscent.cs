namespace UserOps.Models;

/// <summary>Newton's method with step halving, for log-likelihoods that may have no finite maximum.</summary>
/// <remarks>
/// Everything is measured in units of the information at the start, so that the limits below have no unit. Parameters that say nothing the
/// ones before them do not say stay where they started. A likelihood that rises for ever (separation) has steps that do not shrink while slope
/// and information do: where the information of a direction is below 1e-9 of what it was, and steps still do not shrink, the maximum lies at infinity.
/// Little information alone proves nothing: one far outlier holds nearly all of it at the start and none at the maximum.
/// Allocates once, nothing per iteration.
/// </remarks>
internal sealed class NewtonAscent
{
    private const double LeastStartInformation = 1e-11;
    private const double LeastInformation = 1e-9;
    private const double RoundingOfInformation = 1e-11;
    private const double ShrinkingStep = 0.1; // near a maximum each step is about the square of the one before
    private const int SlowSteps = 4;
    private const double FirstDamping = 1e-3;
    private const int MaximumHalvings = 40;
    private const double RoundingOfValue = 1e-12;
    private const double StalledGain = 1e-9; // what a step promises that no halving of it keeps, relative to the value: rounding

    private readonly IAscentObjective _objective;
    private readonly double[] _units;
    private readonly double[] _factor;
    private readonly double[] _step;
    private readonly double _longestStep;
    private int[] _searched = [];
    private AscentPoint _here;
    private AscentPoint _next;
    private double _lastStep = double.PositiveInfinity;
    private int _slowSteps;
    private bool _slopeDecides;

    private NewtonAscent(IAscentObjective objective, double longestStep = double.PositiveInfinity)
    {
        _objective = objective;
        _longestStep = longestStep;
        _units = new double[objective.Count];
        _factor = new double[objective.Count * objective.Count];
        _step = new double[objective.Count];
        _here = new(objective.Count);
        _next = new(objective.Count);
    }

    /// <summary>Searches the maximum.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="start">Where the value is finite; shape [Count].</param>
    /// <param name="tolerance">The search ends where no parameter would move by more.</param>
    /// <param name="maximumIterations">Steps at most.</param>
    /// <param name="like">A search whose units and parameters to take, for a function that need not be concave where it starts; null to find them at the start.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    internal static AscentResult Maximize(
        IAscentObjective objective,
        ReadOnlySpan<double> start,
        double tolerance,
        int maximumIterations,
        AscentResult? like = null,
        CancellationToken cancellationToken = default)
    {
        var search = new NewtonAscent(objective);
        search.Begin(start);
        if (like is null)
        {
            search.SetUnits();
            search._searched = search.SearchedAtStart();
        }
        else
        {
            like.Units.CopyTo(search._units, 0);
            search._searched = like.Searched;
        }

        return search.Run(tolerance, maximumIterations, cancellationToken);
    }

    /// <summary>Searches the maximum of a function that need not be concave where it starts, over parameters that all have the same natural unit.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="start">Where the value is finite; shape [Count].</param>
    /// <param name="unit">The unit: 1 / root of the information below a thousand-millionth of which nothing is known.</param>
    /// <param name="longestStep">How far any parameter moves in one step at most.</param>
    /// <param name="tolerance">The search ends where no parameter would move by more.</param>
    /// <param name="maximumIterations">Steps at most.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    internal static AscentResult MaximizeInUnits(
        IAscentObjective objective,
        ReadOnlySpan<double> start,
        double unit,
        double longestStep,
        double tolerance,
        int maximumIterations,
        CancellationToken cancellationToken = default)
    {
        var search = new NewtonAscent(objective, longestStep);
        search.Begin(start);
        search._units.AsSpan().Fill(unit);
        search._slopeDecides = true;
        search._searched = [.. Enumerable.Range(0, objective.Count)];
        return search.Run(tolerance, maximumIterations, cancellationToken);
    }

    private void Begin(ReadOnlySpan<double> start)
    {
        start.CopyTo(_here.Parameters);
        _here.Evaluate(_objective);
    }

    private AscentResult Run(double tolerance, int maximumIterations, CancellationToken cancellationToken)
    {
        double startValue = _here.Value;
        if (!_here.IsFinite)
        {
            return Result(AscentOutcome.Stopped, 0, startValue, 0);
        }

        double startScore = Factor(0) >= LeastStartInformation ? Decrement() : 0;
        int iteration = 0;
        AscentOutcome outcome;
        while (!TryFinish(tolerance, out outcome) && iteration < maximumIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!TryClimb())
            {
                outcome = IsAtTop() ? AscentOutcome.Converged : AscentOutcome.Stopped;
                break;
            }

            iteration++;
        }

        return Result(outcome, iteration, startValue, startScore);
    }

    private void SetUnits()
    {
        int count = _objective.Count;
        for (int i = 0; i < count; i++)
        {
            double information = _here.Information[i * count + i];
            _units[i] = information > LeastStartInformation * _objective.Weight ? 1 / Math.Sqrt(information) : 0;
        }
    }

    /// <summary>Keeps each parameter that has information of its own beside those kept before it.</summary>
    private int[] SearchedAtStart()
    {
        List<int> kept = [];
        for (int i = 0; i < _units.Length; i++)
        {
            if (_units[i] > 0)
            {
                kept.Add(i);
                _searched = [.. kept];
                if (!(Factor(0) >= LeastStartInformation))
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }
        }

        return [.. kept];
    }

    /// <summary>Factors the information here, in units, with something added to its diagonal; gives the smallest pivot.</summary>
    private double Factor(double damping)
    {
        int size = _searched.Length;
        int count = _units.Length;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                int a = _searched[i];
                int b = _searched[j];
                _factor[i * size + j] = _here.Information[a * count + b] * _units[a] * _units[b] + (i == j ? damping : 0);
            }
        }

        return SymmetricKernels.Factor(_factor.AsSpan(0, size * size), size, double.Epsilon);
    }

    /// <summary>Solves for the step with the factor at hand; gives slope times step.</summary>
    private double Decrement()
    {
        Span<double> step = _step.AsSpan(0, _searched.Length);
        for (int i = 0; i < step.Length; i++)
        {
            step[i] = _here.Gradient[_searched[i]] * _units[_searched[i]];
        }

        SymmetricKernels.Solve(_factor.AsSpan(0, step.Length * step.Length), step);
        double product = 0;
        for (int i = 0; i < step.Length; i++)
        {
            step[i] *= _units[_searched[i]];
            product += step[i] * _here.Gradient[_searched[i]];
        }

        return product;
    }

    private bool TryFinish(double tolerance, out AscentOutcome outcome)
    {
        outcome = AscentOutcome.Stopped;
        double pivot = Factor(0);
        if (_slopeDecides && !(pivot > LeastInformation))
        {
            return TryFinishByFlatness(out outcome);
        }

        if (pivot > 0)
        {
            Decrement();
            double step = LargestStep();
            if (step <= tolerance)
            {
                outcome = AscentOutcome.Converged;
                return true;
            }

            _slowSteps = pivot <= LeastInformation && step > ShrinkingStep * _lastStep ? _slowSteps + 1 : 0;
            _lastStep = step;
        }

        if (_slowSteps == SlowSteps || (!(pivot > 0) && (pivot > -RoundingOfInformation || LargestSlope() <= LeastInformation)))
        {
            outcome = AscentOutcome.Flat;
            return true;
        }

        if (!(pivot > 0))
        {
            Damp();
        }

        return false;
    }

    /// <summary>
    /// Ends a search where nothing is known of some direction, and no direction rises any more. A ridge has no curvature from the start on, so curvature alone
    /// would end the search at its foot.
    /// </summary>
    private bool TryFinishByFlatness(out AscentOutcome outcome)
    {
        bool isFlat = LargestSlope() <= LeastInformation;
        outcome = isFlat ? AscentOutcome.Flat : AscentOutcome.Stopped;
        if (!isFlat)
        {
            Damp(LeastInformation);
        }

        return isFlat;
    }

    /// <summary>Adds to the diagonal until the function is concave, so that the step rises.</summary>
    private void Damp(double damping = FirstDamping)
    {
        while (!(Factor(damping) > 0) && double.IsFinite(damping))
        {
            damping *= 10;
        }

        Decrement();
    }

    private bool TryClimb()
    {
        double share = Math.Min(1, _longestStep / LongestMove());
        for (int halving = 0; halving < MaximumHalvings; halving++, share /= 2)
        {
            _here.Parameters.CopyTo(_next.Parameters, 0);
            for (int i = 0; i < _searched.Length; i++)
            {
                _next.Parameters[_searched[i]] += share * _step[i];
            }

            _next.Evaluate(_objective);
            if (_next.IsFinite && _next.Value >= _here.Value - RoundingOfValue * (1 + Math.Abs(_here.Value)))
            {
                (_here, _next) = (_next, _here);
                return true;
            }
        }

        return false;
    }

    /// <summary>Says whether what a step still promises is rounding, at a place that is curved like a top: elsewhere there is no covariance.</summary>
    private bool IsAtTop() => Factor(0) > (_slopeDecides ? LeastInformation : 0) && Decrement() <= StalledGain * (1 + Math.Abs(_here.Value));

    private double LongestMove() => _searched.Length == 0 ? 0 : _step.Take(_searched.Length).Max(Math.Abs);

    private double LargestStep()
    {
        double largest = 0;
        for (int i = 0; i < _searched.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(_step[i]) / (1 + Math.Abs(_here.Parameters[_searched[i]])));
        }

        return largest;
    }

    private double LargestSlope()
    {
        double largest = 0;
        foreach (int i in _searched)
        {
            largest = Math.Max(largest, Math.Abs(_here.Gradient[i] * _units[i]) / Math.Sqrt(_objective.Weight));
        }

        return largest;
    }

    private AscentResult Result(AscentOutcome outcome, int iterations, double startValue, double startScore)
    {
        InformationParts parts = outcome != AscentOutcome.Converged ? InformationParts.Of(_here.Information, _units, LeastInformation * 100)
            : _searched.Length == _units.Length ? InformationParts.Whole(_here.Information, UnitsHere())
            : InformationParts.Of(_here.Information, UnitsHere(), LeastStartInformation * 10);
        return new()
        {
            Outcome = outcome,
            Iterations = iterations,
            Parameters = _here.Parameters,
            Value = _here.Value,
            StartValue = startValue,
            StartScore = startScore,
            Searched = _searched,
            Covariance = parts.Covariance,
            FlatDirections = parts.FlatDirections,
            Units = _units,
        };
    }

    /// <summary>Gets the units a search that started at the maximum would have.</summary>
    private double[] UnitsHere() =>
        [.. _units.Select((unit, i) => unit > 0 ? 1 / Math.Sqrt(_here.Information[i * (_units.Length + 1)]) : 0)];
}
