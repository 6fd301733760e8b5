using UserOps.Models.Survival;
using UserOps.Models.Tests.Survival;

namespace UserOps.Models.Tests.Numerics;

public class NewtonAscentTests
{
    [Theory] // a parabola is climbed in one step
    [InlineData(1)]
    [InlineData(2)]
    public void Maximize_StandingStillAfterTheLastStepAllowed_HasConverged(int maximumIterations)
    {
        AscentResult found = NewtonAscent.Maximize(new Parabola(), [0], 1e-9, maximumIterations);
        Assert.Equal((AscentOutcome.Converged, 1, 3.0), (found.Outcome, found.Iterations, found.Parameters[0]));
    }

    [Fact]
    public void Fit_WithJustAsManyStepsAsItTakes_Converges()
    {
        SurvivalTable table = RandomSurvivalTables.Draw(11, 60);
        int needed = Enumerable.Range(1, 50).First(steps => CoxModel.Fit(table, new() { MaximumIterations = steps }).Status == SurvivalFitStatus.Converged);
        Assert.Equal(CoxModel.Fit(table).Parameters.LogLikelihood, CoxModel.Fit(table, new() { MaximumIterations = needed }).Parameters.LogLikelihood);
        Assert.Equal(SurvivalFitStatus.IterationLimit, CoxModel.Fit(table, new() { MaximumIterations = needed - 1 }).Status);
    }

    [Fact]
    public void Maximize_StalledWhereTheFunctionIsNotConcave_HasStoppedAndHasNoCovariance()
    {
        AscentResult found = NewtonAscent.Maximize(new Saddle(), [0], 1e-9, 100);
        Assert.Equal(AscentOutcome.Stopped, found.Outcome);
        Assert.All(found.Covariance, value => Assert.True(double.IsFinite(value)));
    }

    [Theory] // what a search makes of a start where nothing is known
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Maximize_InformationThatIsNotFinite_StopsWithoutParts(double information)
    {
        AscentResult found = NewtonAscent.MaximizeInUnits(new Cliff(information), [0, 0], 1, 2, 1e-9, 100);
        Assert.Equal((AscentOutcome.Stopped, 0), (found.Outcome, found.Iterations));
        Assert.All(found.Covariance, value => Assert.Equal(0, value));
        Assert.False(found.IsIdentified(0) || found.IsIdentified(1));
        Assert.Equal(AscentOutcome.Stopped, NewtonAscent.Maximize(new Cliff(information), [0, 0], 1e-9, 100).Outcome);
    }

    private sealed class Cliff(double information) : IAscentObjective
    {
        public int Count => 2;

        public double Weight => 1;

        public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> place)
        {
            gradient.Fill(1);
            place.Fill(information);
            return 0;
        }
    }

    private sealed class Parabola : IAscentObjective
    {
        public int Count => 1;

        public double Weight => 1;

        public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
        {
            gradient[0] = 3 - parameters[0];
            information[0] = 1;
            return -gradient[0] * gradient[0] / 2;
        }
    }

    /// <summary>Rises to 1, and there promises a little by a curve that is none of a top, while every other place is lower.</summary>
    private sealed class Saddle : IAscentObjective
    {
        public int Count => 1;

        public double Weight => 1;

        public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
        {
            bool isThere = parameters[0] == 1;
            gradient[0] = isThere ? 1e-6 : 1;
            information[0] = isThere ? -1 : 1;
            return isThere ? 1 : 0;
        }
    }
}
