using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Tags;

public class NaiveBayesRulesTests
{
    [Fact]
    public void Fit_OptionsThatCannotBe_ListsEveryFault()
    {
        var options = new NaiveBayesOptions
        {
            Features = [new() { Name = " ", GramLength = 9 }, null!, new() { Name = "a", Kind = (NaiveBayesFeatureKind)9 }, new() { Name = "a", GramLength = 0 }],
            Alpha = 0,
            VarianceSmoothing = double.NaN,
            Priors = [new() { Name = "x", Prior = -1 }, new() { Name = "x", Prior = 1 }, null!],
            MinimumConfidence = 1.1,
        };
        var refused = Assert.Throws<InvalidDefinitionException>(() => NaiveBayesModel.Fit(options, []));
        Assert.Equal(
            [
                "nameMissing /features/0/name", "outOfRange /features/0/gramLength", "missingMember /features/1", "unknownValue /features/2/kind",
                "duplicateName /features/3/name", "outOfRange /features/3/gramLength", "notPositive /alpha", "notPositive /varianceSmoothing",
                "notPositive /priors/0/prior", "duplicateName /priors/1/name", "missingMember /priors/2", "shareOutOfRange /minimumConfidence",
            ],
            refused.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
        Assert.Equal("The smoothing is 0; it is above 0 and finite, or what was never seen would be impossible.", refused.Issues[6].Message);
    }

    [Fact]
    public void Model_ParametersThatCannotBe_ListsEveryFault()
    {
        var parameters = new NaiveBayesParameters
        {
            Version = 1,
            Classes = [new() { Name = "a", Prior = 1 }, new() { Name = "b", Prior = double.PositiveInfinity }],
            Features =
            [
                new()
                {
                    Feature = new() { Name = "words" },
                    Totals = [1, 5],
                    Vocabulary = 1,
                    Texts = [new() { Text = "x", Counts = [2, -1] }, new() { Text = "x", Counts = [0] }, new() { Text = null!, Counts = [0, 0] }],
                    Normals = [new() { Mean = 0, Variance = 1 }],
                },
                new()
                {
                    Feature = new() { Name = "age", Kind = NaiveBayesFeatureKind.Number },
                    Normals = [new() { Mean = 0, Variance = 0 }],
                    Vocabulary = 3,
                },
                null!,
            ],
            Alpha = double.PositiveInfinity,
        };
        var refused = Assert.Throws<InvalidDefinitionException>(() => new NaiveBayesModel(parameters));
        Assert.Equal(
            [
                "notPositive /classes/1/prior", "notForKind /features/0/normals", "outOfRange /features/0/vocabulary", "negativeValue /features/0/texts/0/counts/1",
                "duplicateName /features/0/texts/1/text", "classCount /features/0/texts/1/counts", "missingMember /features/0/texts/2", "outOfRange /features/0/totals/0",
                "classCount /features/1/normals", "outOfRange /features/1/normals/0", "notForKind /features/1", "missingMember /features/2", "notPositive /alpha",
            ],
            refused.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }
}
