using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>Who moved where between two instants: by group, and by named segment where there is a table.</summary>
/// <remarks>
/// Quantiles and means move with the population: a user can change groups by standing still. To see only what users did, measure the second instant by the cuts
/// of the first: <see cref="RfmDefinition.With"/>. Who came in between is <see cref="RfmState.Absent"/> at the first instant, and counted as new, not as moved.
/// </remarks>
public sealed class RfmMigration
{
    private RfmMigration(RfmResult before, RfmResult after, RfmMigrationTable groups, RfmMigrationTable? segments)
    {
        Before = before.Context;
        After = after.Context;
        Groups = groups;
        Segments = segments;
        Summary = new()
        {
            DefinitionBefore = before.Definition,
            DefinitionAfter = after.Definition,
            Before = before.Context,
            After = after.Context,
            Groups = groups.Counts,
            Segments = segments?.Counts,
        };
    }

    /// <summary>Gets the first instant.</summary>
    public EvaluationContext Before { get; }

    /// <summary>Gets the second instant.</summary>
    public EvaluationContext After { get; }

    /// <summary>Gets the counts alone: JSON, and mergeable where all cuts are given.</summary>
    public RfmMigrationSummary Summary { get; }

    /// <summary>Gets the moves between the eight groups.</summary>
    public RfmMigrationTable Groups { get; }

    /// <summary>Gets the moves between the named segments; null without a table.</summary>
    public RfmMigrationTable? Segments { get; }

    /// <summary>Compares two answers to one question.</summary>
    /// <param name="before">The answer at the first instant.</param>
    /// <param name="after">
    /// The answer at the second: of the same dataset, or of one it grew into. The questions may differ in their cuts alone, so that the second may be measured
    /// by the first.
    /// </param>
    /// <exception cref="ArgumentNullException">An answer is null.</exception>
    /// <exception cref="ArgumentException">The questions, the zones or the datasets differ, or the second instant is before the first.</exception>
    public static RfmMigration Between(RfmResult before, RfmResult after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        RequireComparable(before, after);
        UserDirectory directory = after.Evaluation.Question.Data.Directory;
        return new(
            before,
            after,
            Table(directory, before, after, [.. RfmGroups.All.Select(RfmState.FromRfmGroup)], (placing, member) => placing.Sides[member]),
            after.Evaluation.Placing.Table is not { } table ? null : Table(
                directory, before, after, [.. table.Segments.Select(segment => RfmState.OfSegment(segment.Id))], (placing, member) => placing.Segments[member]));
    }

    private static RfmMigrationTable Table(
        UserDirectory directory, RfmResult before, RfmResult after, ImmutableArray<RfmState> places, Func<RfmPlacing, int, int> placeOf)
    {
        return new(directory, [.. places, RfmState.Unplaced, RfmState.Outside, RfmState.Absent], StatesOf(before), StatesOf(after));

        short[] StatesOf(RfmResult result)
        {
            var states = new short[directory.Count];
            states.AsSpan().Fill((short)(places.Length + 2));
            foreach (int user in result.Evaluation.Seen)
            {
                states[user] = (short)(places.Length + 1);
            }

            RfmFacts facts = result.Evaluation.Facts;
            for (int member = 0; member < facts.Count; member++)
            {
                int place = placeOf(result.Evaluation.Placing, member);
                states[facts.Users[member]] = (short)(place >= 0 && place < places.Length ? place : places.Length);
            }

            return states;
        }
    }

    private static void RequireComparable(RfmResult before, RfmResult after)
    {
        if (before.Definition with { Cuts = null } != after.Definition with { Cuts = null })
        {
            throw new ArgumentException("The answers are to different definitions; only their cuts may differ.", nameof(after));
        }

        if (!before.Context.Zone.Equals(after.Context.Zone))
        {
            throw new ArgumentException($"The answers are for the zones '{before.Context.Zone.Id}' and '{after.Context.Zone.Id}'.", nameof(after));
        }

        if (after.Context.AsOf < before.Context.AsOf)
        {
            throw new ArgumentException("The second instant is before the first.", nameof(after));
        }

        if (!before.Evaluation.Question.Data.Directory.IsSameOrEarlierStateOf(after.Evaluation.Question.Data.Directory))
        {
            throw new ArgumentException("The answers are about different datasets; the second must be of the same, or of one the first grew into.", nameof(after));
        }
    }
}
