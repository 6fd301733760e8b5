using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A rule as far as its text could be read.</summary>
/// <param name="Rule">The rule; something harmless stands in place of what could not be read. Null where nothing could be.</param>
/// <param name="Issues">What was wrong with the text.</param>
/// <param name="Replaced">The pointers of the members something harmless stands for: what is found there says nothing.</param>
internal sealed record RuleReading(SegmentRule? Rule, ImmutableArray<DefinitionIssue> Issues, HashSet<string> Replaced);
