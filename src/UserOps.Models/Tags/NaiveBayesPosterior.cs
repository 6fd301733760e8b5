using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>How probable a class is, after what is known.</summary>
/// <param name="Class">The class.</param>
/// <param name="Probability">0 to 1; the classes add up to 1.</param>
[method: JsonConstructor]
public readonly record struct NaiveBayesPosterior(string Class, double Probability);
