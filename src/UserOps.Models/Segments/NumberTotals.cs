namespace UserOps.Models;

/// <summary>What measured numbers come to, added up in the order of the events.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Sum">Their sum; 0 for none.</param>
/// <param name="Least">The least; infinite for none.</param>
/// <param name="Greatest">The greatest; minus infinite for none.</param>
internal readonly record struct NumberTotals(int Count, double Sum, double Least, double Greatest);
