using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>The sum of a property over the events of one row of a behavior summary.</summary>
/// <param name="Field">The property: an amount or a quantity.</param>
/// <param name="Sum">The exact sum of the values that are there; 0 where none is.</param>
/// <param name="Missing">How many of the events have no value; they are left out of the sum.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct BehaviorTotal(Field Field, decimal Sum, long Missing = 0);
