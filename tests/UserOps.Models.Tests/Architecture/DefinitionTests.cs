using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Models.Tests.Architecture;

/// <summary>Every definition survives JSON, and differs from every copy with one thing changed, however deep.</summary>
public class DefinitionTests
{
    public static TheoryData<string> Samples => [.. DefinitionSamples.All.Select(sample => sample.GetType().Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Definition_ThroughJson_IsEqual(string type)
    {
        object sample = Sample(type);
        object back = RoundTrip(sample);
        Assert.Equal(sample, back);
        Assert.Equal(sample.GetHashCode(), back.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Definition_UnderAnotherCulture_HasTheSameJson(string type)
    {
        string written = Write(Sample(type));
        using var _ = new OtherCulture();
        Assert.Equal(written, Write(Sample(type)));
        Assert.Equal(Sample(type), RoundTrip(Sample(type)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Definition_WithOneThingChanged_IsAnother(string type)
    {
        object sample = Sample(type);
        object[] changed = [.. ChangedValues.CopiesWithOneChange(sample)];
        Assert.True(changed.Length >= ChangedValues.Settable(sample.GetType()).Count(), $"{type}: a property could not be changed; give the sample a value there.");
        Assert.All(changed, copy =>
        {
            Assert.NotEqual(sample, copy);
            Assert.Equal(copy, RoundTrip(copy));
        });
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Definition_MemberLeftOutOfJson_HasItsDefault(string type)
    {
        object sample = Sample(type);
        object fresh = Activator.CreateInstance(sample.GetType(), nonPublic: true)!;
        foreach (PropertyInfo property in ChangedValues.Settable(sample.GetType()).Where(IsOptional))
        {
            JsonObject text = JsonNode.Parse(Write(sample))!.AsObject();
            text.Remove(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            object read = Read(text.ToJsonString(), sample.GetType());
            Assert.True(Equals(property.GetValue(fresh), property.GetValue(read)) || BothEmpty(property.GetValue(fresh), property.GetValue(read)), $"{type}.{property.Name} is {property.GetValue(read)}");
        }
    }

    [Fact]
    public void EveryDefinition_HasASample()
    {
        IEnumerable<Type> definitions = typeof(UserOpsJson).Assembly.GetExportedTypes()
            .Where(type => type.IsClass && !type.IsAbstract && (type.Name.EndsWith("Definition", StringComparison.Ordinal) || type.Name.EndsWith("Schema", StringComparison.Ordinal)));
        Assert.Empty(definitions.Except(DefinitionSamples.All.Select(sample => sample.GetType())));
    }

    [Fact]
    public void EverySample_FillsEveryProperty()
    {
        IEnumerable<string> empty =
            from sample in DefinitionSamples.All
            from property in ChangedValues.Settable(sample.GetType())
            let value = property.GetValue(sample)
            where value is null || value is IList<object> { Count: 0 }
            select $"{sample.GetType().Name}.{property.Name}";
        Assert.Empty(empty);
    }

    private static object Sample(string type) => DefinitionSamples.All.Single(sample => sample.GetType().Name == type);

    private static bool IsOptional(PropertyInfo property) => property.GetCustomAttribute<RequiredMemberAttribute>() is null;

    private static bool BothEmpty(object? left, object? right) => left is ICollection { Count: 0 } && right is ICollection { Count: 0 };

    private static object RoundTrip(object value) => Read(Write(value), value.GetType());

    private static string Write(object value) => (string)Door(nameof(UserOpsJson.Serialize), value.GetType()).Invoke(null, [value])!;

    private static object Read(string json, Type type) => Door(nameof(UserOpsJson.Deserialize), type).Invoke(null, [json])!;

    private static MethodInfo Door(string name, Type type) => typeof(UserOpsJson).GetMethod(name)!.MakeGenericMethod(type);
}
