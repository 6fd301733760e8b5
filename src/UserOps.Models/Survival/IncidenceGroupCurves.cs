namespace UserOps.Models.Survival;

/// <summary>The incidences of one group.</summary>
/// <param name="Label">The group.</param>
/// <param name="Curves">Its curves.</param>
public sealed record IncidenceGroupCurves(string Label, IncidenceCurves Curves);
