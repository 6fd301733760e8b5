using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>The mean time a row lasts within a horizon: the area under the survival curve up to there.</summary>
/// <param name="Horizon">The horizon, in the unit of the times.</param>
/// <param name="Mean">0 to the horizon.</param>
/// <param name="StandardError">Of the mean.</param>
/// <param name="IsExtrapolated">Whether the horizon lies after the last time anybody was seen while some had not ended: the curve is drawn on flat there, and the mean is the largest it can be.</param>
[method: JsonConstructor]
public readonly record struct RestrictedMean(double Horizon, double Mean, double StandardError, bool IsExtrapolated);
