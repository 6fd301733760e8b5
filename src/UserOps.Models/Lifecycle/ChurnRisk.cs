using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>The risk of one user with its reasons (预流失用户), as data: what was measured, against which limits, and how far away they are.</summary>
public sealed record ChurnRisk
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the verdict.</summary>
    public required ChurnState State { get; init; }

    /// <summary>Gets why it is unknown; null where it is known.</summary>
    public ChurnUnknownReason? UnknownBecause { get; init; }

    /// <summary>Gets the risk score, 0 to 1, at least 0.5 exactly where the user is warned of; see <see cref="ChurnAssessment.Score"/>. A score, no probability.</summary>
    public required Measure<double> Score { get; init; }

    /// <summary>Gets what the gap says.</summary>
    public required ChurnGapEvidence Gap { get; init; }

    /// <summary>Gets what the amounts say; null where none are asked for.</summary>
    public ChurnAmountEvidence? Amounts { get; init; }

    /// <summary>Gets the current gap over the usual one, or why there is no such ratio.</summary>
    [JsonIgnore]
    public Measure<double> GapRatio => Gap.Ratio;

    /// <summary>Gets the trend of the amounts, or why there is none; null where none are asked for.</summary>
    [JsonIgnore]
    public Measure<decimal>? AmountTrend => Amounts?.Trend;

    /// <summary>
    /// Gives the risk as text, without regard to culture: a line for the verdict and one for each sign, such as
    /// <c>gap 6.00:00:00 = 3 x 2.00:00:00, limit 2, passes from 2026-03-29T00:00:00+08:00</c>.
    /// </summary>
    public override string ToString()
    {
        string why = UnknownBecause is { } reason ? $" because {reason}" : "";
        string line = string.Create(CultureInfo.InvariantCulture, $"{User}: {State}{why}, score {Score}");
        string gap = string.Create(
            CultureInfo.InvariantCulture,
            $"  gap {Gap.CurrentGap:c} = {Gap.Ratio} x {Gap.UsualGap:c}, limit {Gap.Limit}, passes from {Gap.PassesFrom:yyyy-MM-dd'T'HH:mm:sszzz}");
        string amounts = Amounts is { } told
            ? string.Create(CultureInfo.InvariantCulture, $"\n  amounts {told.Recent} after {told.Base}, trend {told.Trend}, limit {told.Limit}")
            : "";
        return $"{line}\n{gap}{amounts}";
    }
}
