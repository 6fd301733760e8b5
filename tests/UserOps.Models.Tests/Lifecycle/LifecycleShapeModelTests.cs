using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>Which zone outweighs which.</summary>
public class LifecycleShapeModelTests
{
    [Theory] // introduction, growth, maturity, dormant, churned, gap | shape
    [InlineData(5, 2, 2, 1, 3, 0, LifecycleShape.L)]
    [InlineData(4, 2, 2, 2, 2, 0, LifecycleShape.InvertedU)] // all ties
    [InlineData(9, 2, 2, 2, 3, 0, LifecycleShape.U)] // retention is asked before acquisition
    [InlineData(5, 2, 2, 1, 0, 0, LifecycleShape.L)]
    [InlineData(5, 2, 2, 1, 0, 0.1, LifecycleShape.InvertedU)] // one in ten is a tenth, not more
    [InlineData(6, 2, 2, 0, 0, 0.1, LifecycleShape.L)]
    [InlineData(0, 2, 2, 3, 3, 0.2, LifecycleShape.InvertedU)] // two in ten are a fifth, not more
    [InlineData(0, 2, 1, 3, 4, 0.2, LifecycleShape.U)]
    public void Evaluate_Counts_NameTheShape(long introduction, long growth, long maturity, long dormant, long churned, double gap, LifecycleShape expected)
        => Assert.Equal(expected, new LifecycleShapeModel(new() { MinimumGap = (decimal)gap })
            .Evaluate(new LifecycleStageCounts { Introduction = introduction, Growth = growth, Maturity = maturity, Dormant = dormant, Churned = churned }).Shape.Value);

    [Fact]
    public void Evaluate_Summary_TakesTheKindsAndNamesTheFocus()
    {
        LifecycleModel model = new(SmallLifecycle.Definition);
        LifecycleSummary summary = model.Evaluate(SmallLifecycle.Users("g", "d", "c", "c", "x"), SmallLifecycle.AtEndOf(0)).Summary;
        LifecycleShapeResult result = new LifecycleShapeModel().Evaluate(summary);
        Assert.Equal((4L, LifecycleShape.U), (result.Counts.Users, result.Shape.Value));
        Assert.Equal(new Ratio(3, 4), result.ShareOf(LifecycleZone.Retention));
        Assert.Equal(OperationGoal.Activate, result.Focus()!.Goals[0]);
        Assert.Null(result.Focus(NorthStarCatalog.Default with { Rules = [] }));
        Assert.Equal(result, UserOpsJson.Deserialize<LifecycleShapeResult>(UserOpsJson.Serialize(result)));
    }

    [Fact]
    public void Evaluate_Nobody_HasNoShape()
    {
        LifecycleShapeResult result = new LifecycleShapeModel().Evaluate(new LifecycleStageCounts { Introduction = 0, Growth = 0, Maturity = 0, Dormant = 0, Churned = 0 });
        Assert.Equal(UndefinedReason.EmptyPopulation, result.Shape.Undefined);
        Assert.Null(result.Focus());
        Assert.Equal(result, UserOpsJson.Deserialize<LifecycleShapeResult>(UserOpsJson.Serialize(result)));
    }

    [Fact]
    public void Evaluate_WhatCannotBe_IsRefused()
    {
        Assert.Equal("/minimumGap", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new LifecycleShapeModel(new() { MinimumGap = 1 })).Issues).Path);
        Assert.Throws<InvalidDefinitionException>(() => new LifecycleShapeModel(new() { MinimumGap = -0.1m }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecycleShapeModel().Evaluate(new LifecycleStageCounts { Introduction = -1, Growth = 0, Maturity = 0, Dormant = 0, Churned = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecycleStageCounts { Introduction = 1, Growth = 0, Maturity = 0, Dormant = 0, Churned = 2 }.UsersOf((LifecycleZone)9));
    }
}
