using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using UserOps.Models.Activity;
using UserOps.Models.Funnels;
using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;
using UserOps.Models.Profitability;
using UserOps.Models.Retention;
using UserOps.Models.Rfm;
using UserOps.Models.Stratification;
using UserOps.Models.Survival;
using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Architecture;

/// <summary>The code in the README and on the pages compiles as it stands, prints what the page says, and its JSON can be read.</summary>
[Collection(nameof(DocsTests))]
[CollectionDefinition(nameof(DocsTests), DisableParallelization = true)] // the console and its culture belong to the process
public class DocsTests
{
    public static TheoryData<string> Programs => [.. DocsPage.All().Where(page => page.HasProgram).Select(page => page.Name)];

    public static TheoryData<string, int> JsonFences
    {
        get
        {
            var fences = new TheoryData<string, int>();
            foreach (DocsPage page in DocsPage.All())
            {
                for (int i = 0; i < page.Of("json").Length; i++)
                {
                    fences.Add(page.Name, i);
                }
            }

            return fences;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Examples_OfAPage_CompileRunAndPrintWhatItSays(string name)
    {
        DocsPage page = Page(name);
        string printed = Run(page.Program());
        if (page.Printed is { } expected)
        {
            Assert.Equal(WithoutBlankEnds(expected), WithoutBlankEnds(printed));
        }
    }

    [Theory]
    [MemberData(nameof(JsonFences))]
    public async Task Json_OfAPage_IsReadAndWrittenAgain(string name, int index)
    {
        DocsPage.Block fence = Page(name).Of("json")[index];
        Assert.True(fence.Type.Length > 0, $"{name}: a json fence names its type, as in \"```json FunnelDefinition\".");
        Type type = await CSharpScript.EvaluateAsync<Type>($"typeof({fence.Type})", ScriptOptions.Default
            .AddReferences(typeof(UserOpsDataset).Assembly)
            .AddImports("UserOps.Models", "UserOps.Models.Activity", "UserOps.Models.Funnels", "UserOps.Models.GrowthModels", "UserOps.Models.Lifecycle", "UserOps.Models.Portraits", "UserOps.Models.Profitability", "UserOps.Models.Retention", "UserOps.Models.Rfm", "UserOps.Models.Survival", "UserOps.Models.Tags", "UserOps.Models.Value"));
        MethodInfo check = typeof(DocsTests).GetMethod(nameof(ReadAndWrite), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
        Assert.All(Values(fence.Text), json => check.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [json], null));
    }

    private static void ReadAndWrite<T>(string json)
        where T : notnull
    {
        T value = UserOpsJson.Deserialize<T>(json);
        Assert.Equal(value, UserOpsJson.Deserialize<T>(UserOpsJson.Serialize(value)));

        // A definition that can be read may still be one that no model takes.
        object asked = value;
        _ = asked switch
        {
            FunnelDefinition funnel => new FunnelModel(funnel),
            ActivityDecompositionDefinition decomposition => new ActivityDecompositionModel(decomposition),
            ChurnWarningDefinition warning => new ChurnWarningModel(warning),
            GrowthStagesDefinition stages => new AarrrModel(stages),
            LifecycleDefinition lifecycle => new LifecycleModel(lifecycle),
            RecallDefinition recall => new RecallModel(recall),
            RetentionDefinition retention => new RetentionModel(retention),
            RfmAxisScoring scoring => new RfmScorer(scoring),
            RfmBoundaries boundaries => RfmScorer.At(boundaries),
            RfmSplit split => new RfmSplitModel(split),
            RfmSegmentTable table => new RfmSegmentModel(table),
            SegmentRule rule => new SegmentModel(rule),
            TagCatalog catalog => new TagModel(catalog),
            ParetoDefinition pareto => new ParetoModel(pareto),
            PyramidDefinition pyramid => new PyramidModel(pyramid),
            DurationDefinition durations => new DurationModel(durations),
            KaplanMeierDefinition curve => new KaplanMeierModel(curve),
            LogRankDefinition test => new LogRankModel(test),
            CustomerProfitDefinition profit => new CustomerProfitModel(profit),
            ProductHoldingDefinition holding => new ProductHoldingModel(holding),
            _ => asked,
        };
    }

    /// <summary>Splits a text of several values, one after the other.</summary>
    private static List<string> Values(string text)
    {
        byte[] json = Encoding.UTF8.GetBytes(text);
        List<string> values = [];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            values.Add(JsonElement.ParseValue(ref reader).GetRawText());
        }

        return values;
    }

    private static DocsPage Page(string name) => DocsPage.All().Single(page => page.Name == name);

    private static string WithoutBlankEnds(string text) => string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd()));

    private static string Run(string program)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "docs",
            [CSharpSyntaxTree.ParseText(program)],
            [.. LibrarySources.FrameworkReferences(), MetadataReference.CreateFromFile(typeof(UserOpsDataset).Assembly.Location)],
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics) + "\n" + program);

        TextWriter console = Console.Out;
        CultureInfo culture = CultureInfo.CurrentCulture;
        using var output = new StringWriter();
        Console.SetOut(output);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture; // pages format rates with P1
        try
        {
            Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null);
        }
        finally
        {
            Console.SetOut(console);
            CultureInfo.CurrentCulture = culture;
        }

        return output.ToString();
    }
}
