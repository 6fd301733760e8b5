using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>Which of the three labels each of the eight groups has.</summary>
/// <remarks>
/// Plain data, JSON round-trip. The default, in this precedence: dormant where R is low, whatever F and M; active where R and F are high; potential otherwise,
/// which is R high and F low. M decides nothing. Every group has a label of its own here, so an edited rule needs no precedence.
/// </remarks>
public sealed record RfmLabelRule
{
    /// <summary>Initializes a new instance of the <see cref="RfmLabelRule"/> class with the default labels.</summary>
    public RfmLabelRule()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal RfmLabelRule(
        RfmLabel importantValue = RfmLabel.Active,
        RfmLabel importantKeep = RfmLabel.Dormant,
        RfmLabel importantWinBack = RfmLabel.Dormant,
        RfmLabel generalValue = RfmLabel.Active,
        RfmLabel generalKeep = RfmLabel.Dormant,
        RfmLabel generalWinBack = RfmLabel.Dormant)
    {
        ImportantValue = importantValue;
        ImportantKeep = importantKeep;
        ImportantWinBack = importantWinBack;
        GeneralValue = generalValue;
        GeneralKeep = generalKeep;
        GeneralWinBack = generalWinBack;
    }

    /// <summary>Gets the label of <see cref="RfmGroup.ImportantValue"/>. Default: <see cref="RfmLabel.Active"/>.</summary>
    public RfmLabel ImportantValue { get; init; } = RfmLabel.Active;

    /// <summary>Gets the label of <see cref="RfmGroup.ImportantKeep"/>. Default: <see cref="RfmLabel.Dormant"/>.</summary>
    public RfmLabel ImportantKeep { get; init; } = RfmLabel.Dormant;

    /// <summary>Gets the label of <see cref="RfmGroup.ImportantDevelop"/>. Default: <see cref="RfmLabel.Potential"/>.</summary>
    public RfmLabel ImportantDevelop { get; init; }

    /// <summary>Gets the label of <see cref="RfmGroup.ImportantWinBack"/>. Default: <see cref="RfmLabel.Dormant"/>.</summary>
    public RfmLabel ImportantWinBack { get; init; } = RfmLabel.Dormant;

    /// <summary>Gets the label of <see cref="RfmGroup.GeneralValue"/>. Default: <see cref="RfmLabel.Active"/>.</summary>
    public RfmLabel GeneralValue { get; init; } = RfmLabel.Active;

    /// <summary>Gets the label of <see cref="RfmGroup.GeneralKeep"/>. Default: <see cref="RfmLabel.Dormant"/>.</summary>
    public RfmLabel GeneralKeep { get; init; } = RfmLabel.Dormant;

    /// <summary>Gets the label of <see cref="RfmGroup.GeneralDevelop"/>. Default: <see cref="RfmLabel.Potential"/>.</summary>
    public RfmLabel GeneralDevelop { get; init; }

    /// <summary>Gets the label of <see cref="RfmGroup.GeneralWinBack"/>. Default: <see cref="RfmLabel.Dormant"/>.</summary>
    public RfmLabel GeneralWinBack { get; init; } = RfmLabel.Dormant;

    /// <summary>Gets the label of a group.</summary>
    /// <param name="group">One of the eight.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the eight.</exception>
    public RfmLabel LabelOf(RfmGroup group) => group switch
    {
        RfmGroup.ImportantValue => ImportantValue,
        RfmGroup.ImportantKeep => ImportantKeep,
        RfmGroup.ImportantDevelop => ImportantDevelop,
        RfmGroup.ImportantWinBack => ImportantWinBack,
        RfmGroup.GeneralValue => GeneralValue,
        RfmGroup.GeneralKeep => GeneralKeep,
        RfmGroup.GeneralDevelop => GeneralDevelop,
        RfmGroup.GeneralWinBack => GeneralWinBack,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "This is not one of the eight groups."),
    };

    /// <summary>Lists the labels that are none of the three; none where the rule can be used.</summary>
    public ImmutableArray<DefinitionIssue> Validate()
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RfmScoringRules.Check(this, "", issues);
        return issues.DrainToImmutable();
    }
}
