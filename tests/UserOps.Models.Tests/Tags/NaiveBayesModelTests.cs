using FsCheck;
using FsCheck.Fluent;
using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Tags;

public class NaiveBayesModelTests
{
    private static readonly NaiveBayesOptions Words = new() { Features = [new() { Name = "words" }] };

    private static readonly NaiveBayesOptions Body = new()
    {
        Features =
        [
            new() { Name = "height", Kind = NaiveBayesFeatureKind.Number },
            new() { Name = "weight", Kind = NaiveBayesFeatureKind.Number },
            new() { Name = "foot", Kind = NaiveBayesFeatureKind.Number },
        ],
    };

    [Theory] // so far from every class that a square of the distance is no number
    [InlineData(1e200)]
    [InlineData(-1e308)]
    public void Predict_NumberFarFromAll_IsANumber(double value)
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(
            new() { Features = [new() { Name = "height", Kind = NaiveBayesFeatureKind.Number }] }, [new("a", [1.0]), new("a", [2.0]), new("b", [3.0]), new("b", [5.0])]);
        NaiveBayesPrediction prediction = model.Predict(value);
        Assert.Equal(1, prediction.Posteriors.Sum(each => each.Probability), 1e-12);
    }

    /// <summary>Manning, Raghavan, Schütze, Introduction to Information Retrieval, 2008, table 13.1 and example 13.1.</summary>
    [Fact]
    public void Predict_TextbookDocuments_GivesItsNumbers()
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(Words,
        [
            new("china", [Split("Chinese Beijing Chinese")]),
            new("china", [Split("Chinese Chinese Shanghai")]),
            new("china", [Split("Chinese Macao")]),
            new("not china", [Split("Tokyo Japan Chinese")]),
        ]);
        Assert.Equal(6, model.Parameters.Features[0].Vocabulary);
        Assert.Equal([8L, 3L], model.Parameters.Features[0].Totals.AsEnumerable());
        NaiveBayesPrediction prediction = model.Predict(Split("Chinese Chinese Chinese Tokyo Japan"));
        double china = 3.0 / 4 * Math.Pow(3.0 / 7, 3) / 14 / 14; // 0.0003
        double other = 1.0 / 4 * Math.Pow(2.0 / 9, 3) * 2 / 9 * 2 / 9; // 0.0001
        Assert.Equal("china", prediction.Value);
        Assert.Equal(china / (china + other), prediction.Confidence, 1e-12);
    }

    /// <summary>The eight people of the person classification example of Wikipedia's article on the naive Bayes classifier; variances over n - 1.</summary>
    [Fact]
    public void Predict_TextbookBodies_GivesItsNumbers()
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(Body with { VarianceSmoothing = 1e-300 },
        [
            new("male", [6, 180, 12]), new("male", [5.92, 190, 11]), new("male", [5.58, 170, 12]), new("male", [5.92, 165, 10]),
            new("female", [5, 100, 6]), new("female", [5.5, 150, 8]), new("female", [5.42, 130, 7]), new("female", [5.75, 150, 9]),
        ]);
        NaiveBayesLearned height = model.Parameters.Features[0];
        Assert.Equal(5.4175, height.Normals[0].Mean, 1e-9);
        Assert.Equal(9.7225e-2, height.Normals[0].Variance, 1e-6);
        Assert.Equal(3.5033e-2, height.Normals[1].Variance, 1e-6);
        NaiveBayesPrediction prediction = model.Predict(6, 130, 8);
        Assert.Equal("female", prediction.Value);
        Assert.Equal(6.1984e-9 / (6.1984e-9 + 5.3778e-4), prediction.Posteriors[1].Probability, 1e-8);
    }

    [Fact]
    public void Predict_AnyTexts_AreThoseOfProductsTakenDirectly()
    {
        var words = Gen.Elements("a", "b", "c", "d").ListOf();
        var gen = from rows in Gen.Two(words).NonEmptyListOf()
                  from asked in words
                  from alpha in Gen.Elements(0.1, 1.0, 2.5)
                  select (rows: rows.SelectMany(row => new[] { ("x", row.Item1), ("y", row.Item2) }).ToList(), asked, alpha);
        Prop.ForAll(gen.ToArbitrary(), given =>
        {
            NaiveBayesModel model = NaiveBayesModel.Fit(
                Words with { Alpha = given.alpha }, given.rows.Select(row => new NaiveBayesRow(row.Item1, [row.Item2.ToArray()])));
            int vocabulary = given.rows.SelectMany(row => row.Item2).Distinct().Count();
            double[] weights = [.. new[] { "x", "y" }.Select(name =>
            {
                string[] texts = [.. given.rows.Where(row => row.Item1 == name).SelectMany(row => row.Item2)];
                double weight = given.rows.Count(row => row.Item1 == name) / (double)given.rows.Count;
                return vocabulary == 0 ? weight : given.asked.Aggregate(weight, (p, text) => p * (texts.Count(t => t == text) + given.alpha) / (texts.Length + given.alpha * vocabulary));
            })];
            NaiveBayesPrediction prediction = model.Predict(given.asked.ToArray());
            Assert.All(prediction.Posteriors.Zip(weights), pair => Assert.Equal(pair.Second / weights.Sum(), pair.First.Probability, 1e-9));
            Assert.Equal(1, prediction.Posteriors.Sum(one => one.Probability), 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Predict_ThousandsOfTexts_StillAddUpToOne()
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(Words, [new("a", ["x"]), new("b", ["y"])]);
        NaiveBayesPrediction prediction = model.Predict(Enumerable.Repeat("x", 5_000).ToArray()); // a product would be 0 / 0
        Assert.Equal(1, prediction.Confidence);
        Assert.Equal("a", prediction.Value);
    }

    [Fact]
    public void Predict_Nothing_GivesThePrior()
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(Words, [new("a", ["x"]), new("a", ["z"]), new("b", ["y"]), new("a", [default])]);
        Assert.Equal(0.75, model.Predict(default(NaiveBayesValue)).Confidence, 1e-12);
        Assert.Equal(0.75, model.Predict(Array.Empty<string>()).Confidence, 1e-12);
    }

    [Fact]
    public void Predict_EquallyProbable_TakesTheOrdinallyFirstAndSaysSo()
    {
        NaiveBayesModel model = new(new NaiveBayesParameters
        {
            Version = 1,
            Classes = [new() { Name = "b", Prior = 1 }, new() { Name = "a", Prior = 1 }, new() { Name = "c", Prior = 0.5 }],
            Features = [new() { Feature = new() { Name = "words" }, Totals = [0, 0, 0] }],
        });
        NaiveBayesPrediction prediction = model.Predict("anything");
        Assert.Equal("a", prediction.Value);
        Assert.Equal(["a", "b"], prediction.Ties.AsEnumerable());
        Assert.Equal(["b", "a", "c"], prediction.Posteriors.Select(one => one.Class));
        Assert.Equal(0.4, prediction.Confidence, 1e-12);
    }

    [Theory] // minimum | value; the posterior is 2/3
    [InlineData(0.66, "a")]
    [InlineData(0.67, null)]
    public void Predict_BelowTheMinimumConfidence_GivesNoValueAndKeepsTheConfidence(double minimum, string? value)
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(Words with { MinimumConfidence = minimum }, [new("a", ["x"]), new("b", ["y"])]);
        NaiveBayesPrediction prediction = model.Predict("x");
        Assert.Equal(value, prediction.Value);
        Assert.Equal(2.0 / 3, prediction.Confidence, 1e-12);
        Assert.Empty(prediction.Ties);
    }

    [Theory] // length | text | grams
    [InlineData(1, "张伟", "张,伟")]
    [InlineData(2, "anna", "an,nn,na")]
    [InlineData(2, "𠮷野家", "𠮷野,野家")] // the first character is two UTF-16 units
    [InlineData(3, "ab", "")]
    public void Grams_OfAName_AreRunsOfCharacters(int length, string text, string grams) =>
        Assert.Equal(grams, string.Join(',', CharacterGrams.Of(text, length)));

    [Fact]
    public void Predict_GramsOfNames_LearnTheEnding()
    {
        var options = new NaiveBayesOptions { Features = [new() { Name = "name", Kind = NaiveBayesFeatureKind.CharacterGrams, GramLength = 2 }] };
        NaiveBayesModel model = NaiveBayesModel.Fit(options, [new("f", ["anna"]), new("f", ["nina"]), new("m", ["otto"]), new("m", ["bruno"])]);
        Assert.Equal("f", model.Predict("lena").Value);
        Assert.Equal("m", model.Predict("arno").Value);
    }

    [Fact]
    public void Fit_NumberThatNeverVaries_SaysNothing()
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(Body, [new("a", [1, 7, 3]), new("b", [2, 7, default(NaiveBayesValue)]), new("b", [3, 7, double.NaN])]);
        Assert.Empty(model.Parameters.Features[1].Normals);
        Assert.Empty(model.Parameters.Features[2].Normals);
        Assert.Equal(model.Predict(2, default, default), model.Predict(2, 1e6, -5));
    }

    [Fact]
    public void Fit_NumberConstantWithinAClass_IsSmoothed()
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(Body, [new("a", [1, 1, 1]), new("a", [1, 1, 1]), new("b", [5, 5, 5]), new("b", [6, 6, 6])]);
        NaiveBayesPrediction near = model.Predict(1, 1, 1);
        Assert.Equal("a", near.Value);
        Assert.All(model.Predict(2, 3, 4).Posteriors, one => Assert.InRange(one.Probability, 0, 1));
    }

    [Fact]
    public void Fit_RowsInAnotherOrder_LearnsTheSame()
    {
        NaiveBayesRow[] rows = [new("b", [Split("x y")]), new("a", [Split("y z z")]), new("b", [Split("q")])];
        Assert.Equal(NaiveBayesModel.Fit(Words, rows).Parameters, NaiveBayesModel.Fit(Words, rows.Reverse()).Parameters);
    }

    [Fact]
    public void Fit_GivenPriors_AreTakenAsWeights()
    {
        var options = Words with { Priors = [new() { Name = "b", Prior = 3 }, new() { Name = "a", Prior = 1 }] };
        NaiveBayesModel model = NaiveBayesModel.Fit(options, [new("a", ["x"]), new("a", ["x"]), new("b", ["y"])]);
        Assert.Equal(0.75, model.Predict(default(NaiveBayesValue)).Confidence, 1e-12);
        var refused = Assert.Throws<InvalidDefinitionException>(() => NaiveBayesModel.Fit(options, [new("a", ["x"]), new("c", ["x"])]));
        Assert.Equal("priorClasses", refused.Issues[0].Code);
    }

    [Fact]
    public void Fit_OneClass_IsRefused() =>
        Assert.Equal("tooFewClasses", Assert.Throws<InvalidDefinitionException>(() => NaiveBayesModel.Fit(Words, [new("a", ["x"])])).Issues[0].Code);

    [Fact]
    public void Model_SavedAndRead_AnswersTheSame()
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(Words, [new("a", [Split("x y")]), new("b", [Split("y z")])]);
        NaiveBayesModel back = new(UserOpsJson.Deserialize<NaiveBayesParameters>(UserOpsJson.Serialize(model.Parameters)));
        Assert.Equal(model.Parameters, back.Parameters);
        Assert.Equal(model.Predict("x"), back.Predict("x"));
    }

    [Fact]
    public void Model_OfAnUnknownVersion_IsRefusedWithoutReadingOn()
    {
        var refused = Assert.Throws<InvalidDefinitionException>(() => new NaiveBayesModel(new() { Version = 2, Classes = default, Features = default }));
        Assert.Equal([new("unknownVersion", "/version", "The version is 2; this library reads version 1.")], refused.Issues.AsEnumerable());
    }

    [Fact]
    public void Predict_ValuesThatDoNotFit_AreRefused()
    {
        NaiveBayesModel model = NaiveBayesModel.Fit(Words, [new("a", ["x"]), new("b", ["y"])]);
        Assert.Throws<ArgumentException>(() => model.Predict("x", "y"));
        Assert.Throws<ArgumentException>(() => model.Predict(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Predict(double.PositiveInfinity));
    }

    private static string[] Split(string text) => text.Split(' ');
}
