using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>The columns of the user table a definition names, read as labels and numbers.</summary>
internal sealed class DurationColumns
{
    private readonly CategoryColumn? _group;
    private readonly CategoryColumn? _stratum;
    private readonly Column[] _covariates;
    private readonly DurationDefinition _definition;

    internal DurationColumns(DurationDefinition definition, UserOpsDataset data)
    {
        _definition = definition;
        _group = Find(definition.Group?.Name) as CategoryColumn;
        _stratum = Find(definition.Stratum?.Name) as CategoryColumn;
        _covariates = [.. definition.Covariates.Select(covariate => Find(covariate.Field)!)];

        Column? Find(string? name) => name is not null && data.Users.Columns.TryGet(name, out Column? column) ? column : null;
    }

    /// <summary>Says whether a user lacks a value that a row needs; a number that is not finite is none.</summary>
    internal bool IsIncomplete(int ordinal)
    {
        if (_group?.IsMissing(ordinal) == true || _stratum?.IsMissing(ordinal) == true)
        {
            return true;
        }

        foreach (Column column in _covariates)
        {
            if (column.IsMissing(ordinal) || (column is NumberColumn numbers && !double.IsFinite(numbers.Values[ordinal])))
            {
                return true;
            }
        }

        return false;
    }

    internal SurvivalLabels? Groups(int[] ordinals) => LabelsOf(_group, ordinals);

    internal SurvivalLabels? Strata(int[] ordinals) => LabelsOf(_stratum, ordinals);

    internal ImmutableArray<SurvivalCovariate> Covariates(int[] ordinals)
        => [.. _covariates.Select((column, i) => new SurvivalCovariate(_definition.Covariates[i].Name, [.. ordinals.Select(ordinal => NumberOf(column, _definition.Covariates[i].Value, ordinal))]))];

    private static SurvivalLabels? LabelsOf(CategoryColumn? column, int[] ordinals)
        => column is null ? null : SurvivalLabels.Of([.. ordinals.Select(ordinal => column[ordinal])]);

    private static double NumberOf(Column column, string? value, int ordinal) => column switch
    {
        NumberColumn numbers => numbers.Values[ordinal],
        QuantityColumn quantities => (double)quantities[ordinal].GetValueOrDefault(),
        AmountColumn amounts => (double)amounts[ordinal].GetValueOrDefault(),
        FlagColumn flags => flags[ordinal] == true ? 1 : 0,
        _ => ((CategoryColumn)column)[ordinal] == value ? 1 : 0,
    };
}
