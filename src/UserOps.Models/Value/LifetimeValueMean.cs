using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>One point of the mean curve: the value of a user up to an age, over the cohorts whose period of that age is over.</summary>
/// <param name="Age">The age.</param>
/// <param name="Cohorts">How many cohorts are complete there, empty ones included: later ages rest on fewer, older ones.</param>
/// <param name="Users">Their users.</param>
/// <param name="Margin">What these users brought up to the age.</param>
public sealed record LifetimeValueMean(int Age, int Cohorts, long Users, decimal Margin)
{
    /// <summary>Gets the value of a user up to the age, every user weighing the same; <see cref="UndefinedReason.NotYetObservable"/> where no cohort is complete, <see cref="UndefinedReason.EmptyPopulation"/> where none has users.</summary>
    [JsonIgnore]
    public Measure<decimal> PerUser => Cohorts == 0 ? UndefinedReason.NotYetObservable : Users == 0 ? UndefinedReason.EmptyPopulation : Margin / Users;
}
