namespace UserOps.Models.Survival;

/// <summary>A function of z with its first two derivatives.</summary>
internal readonly record struct Curve(double Value, double Slope, double Bend);
