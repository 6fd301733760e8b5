using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Columns of the user table as values of features.</summary>
internal static class NaiveBayesColumns
{
    /// <summary>Finds the column of each feature.</summary>
    /// <exception cref="InvalidDefinitionException">A column is absent or of another kind; every such fault is listed.</exception>
    internal static ImmutableArray<Func<int, NaiveBayesValue>> ReadersOf(ImmutableArray<NaiveBayesFeature> features, UserOpsDataset data)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        var readers = ImmutableArray.CreateBuilder<Func<int, NaiveBayesValue>>(features.Length);
        for (int i = 0; i < features.Length; i++)
        {
            if (!data.Users.Columns.TryGet(features[i].Name, out Column? column))
            {
                issues.Add(new("unknownField", $"/features/{i}/name", $"There is no column '{features[i].Name}'."));
            }
            else if (ReaderOf(features[i].Kind, column) is { } reader)
            {
                readers.Add(reader);
            }
            else
            {
                issues.Add(new("typeMismatch", $"/features/{i}/name", $"Column '{features[i].Name}' is {FieldConflicts.Describe(column.Field)}, which is not read as {features[i].Kind}."));
            }
        }

        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        return readers.ToImmutable();
    }

    private static Func<int, NaiveBayesValue>? ReaderOf(NaiveBayesFeatureKind kind, Column column) => (kind, column) switch
    {
        (not NaiveBayesFeatureKind.Number, CategoryColumn texts) => ordinal => texts[ordinal],
        (NaiveBayesFeatureKind.Texts, SetColumn sets) => ordinal => sets[ordinal],
        (NaiveBayesFeatureKind.Texts, FlagColumn flags) => ordinal => flags[ordinal] switch { true => "true", false => "false", null => (string?)null },
        (NaiveBayesFeatureKind.Number, NumberColumn numbers) => ordinal => numbers[ordinal],
        (NaiveBayesFeatureKind.Number, QuantityColumn quantities) => ordinal => (double?)quantities[ordinal],
        (NaiveBayesFeatureKind.Number, AmountColumn amounts) => ordinal => (double?)amounts[ordinal],
        _ => null,
    };
}
