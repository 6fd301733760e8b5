using System.Collections.Immutable;
using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Tags;

public class NaiveBayesTagTests
{
    private static readonly CategoryField Gender = Field.Category("gender");
    private static readonly CategoryField Name = Field.Category("name");
    private static readonly NumberField Height = Field.Number("height");
    private static readonly SetField Topics = Field.Set("topics");
    private static readonly FlagField Married = Field.Flag("married");
    private static readonly AmountField Spend = Field.Amount("spend", "CNY");

    private static readonly NaiveBayesOptions Options = new()
    {
        Features =
        [
            new() { Name = "name", Kind = NaiveBayesFeatureKind.CharacterGrams },
            new() { Name = "height", Kind = NaiveBayesFeatureKind.Number },
            new() { Name = "topics" },
            new() { Name = "married" },
            new() { Name = "spend", Kind = NaiveBayesFeatureKind.Number },
        ],
    };

    [Fact]
    public void Fit_ColumnsOfADataset_GivesWhatTheRowsGive()
    {
        UserOpsDataset data = Users();
        NaiveBayesTag tag = NaiveBayesTag.Fit(Options, data, Gender);
        NaiveBayesModel byRows = NaiveBayesModel.Fit(Options,
        [
            new("男", ["张伟", 180.0, Texts("car", "fund"), "true", 10.5]),
            new("女", ["王丽", 165.0, Texts("fund"), "false", 30]),
            new("男", ["李刚", default, Texts(), default, 12]),
        ]);
        Assert.Equal(byRows.Parameters, tag.Model.Parameters);

        MinedTagColumn column = tag.Evaluate(data);
        Assert.Equal(["男", "女", "男", "女"], column);
        NaiveBayesPrediction last = tag.Model.Predict("赵丽", 163.0, default, "false", 28);
        Assert.Equal(last.Confidence, column.Confidences[3]);
        Assert.Equal(new Ratio(4, 4), column.Coverage);
        Assert.Equal(["b", "d"], column.UsersOf("女").Ids().Select(id => id.ToString()));
    }

    [Fact]
    public void Evaluate_ManyUsersOnManyThreads_IsTheSame()
    {
        NaiveBayesTag tag = NaiveBayesTag.Fit(Options with { Features = [Options.Features[1]] }, Users(), Gender, null);
        UserOpsDataset many = new UserOpsDatasetBuilder()
            .AddUsers(Enumerable.Range(0, 20_000), map => map.User(x => $"u{x}").With(Height, x => x % 7 == 0 ? null : 150 + x % 40)).Build();
        MinedTagColumn[] columns = [.. Enumerable.Range(1, 4).Select(threads => tag.Evaluate(many, new() { MaxDegreeOfParallelism = threads }))];
        Assert.All(columns, column => Assert.Equal(columns[0], column));
        Assert.All(columns, column => Assert.True(columns[0].Confidences.SequenceEqual(column.Confidences)));
        Assert.Equal(tag.Model.Predict(151.0).Value, columns[0][1]);
    }

    [Fact]
    public void Fit_SomeUsers_LearnsFromThemAlone()
    {
        UserOpsDataset data = Users();
        NaiveBayesTag tag = NaiveBayesTag.Fit(Options, data, Gender, UserSet.Of(data.Directory, ["a", "b", "d"]));
        Assert.Equal([0.5, 0.5], tag.Model.Parameters.Classes.Select(one => one.Prior));
    }

    [Fact]
    public void Fit_ColumnsThatDoNotFit_ListsEveryFault()
    {
        var options = new NaiveBayesOptions
        {
            Features = [new() { Name = "age" }, new() { Name = "height" }, new() { Name = "topics", Kind = NaiveBayesFeatureKind.CharacterGrams }],
        };
        var refused = Assert.Throws<InvalidDefinitionException>(() => NaiveBayesTag.Fit(options, Users(), Gender));
        Assert.Equal(
            ["unknownField /features/0/name", "typeMismatch /features/1/name", "typeMismatch /features/2/name"],
            refused.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }

    private static ImmutableArray<string> Texts(params string[] texts) => [.. texts];

    private static UserOpsDataset Users()
    {
        (string Id, string? Gender, string Name, double? Height, string[]? Topics, bool? Married, decimal? Spend)[] rows =
        [
            ("a", "男", "张伟", 180, ["car", "fund"], true, 10.5m),
            ("b", "女", "王丽", 165, ["fund"], false, 30m),
            ("c", "男", "李刚", null, [], null, 12m),
            ("d", null, "赵丽", 163, null, false, 28m),
        ];
        return new UserOpsDatasetBuilder().AddUsers(rows, map => map
            .User(x => x.Id).With(Gender, x => x.Gender).With(Name, x => x.Name).With(Height, x => x.Height)
            .With(Topics, x => x.Topics).With(Married, x => x.Married).With(Spend, x => x.Spend)).Build();
    }
}
