using UserOps.Models.Lifecycle;
using UserOps.Models.Tests.Segments;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>A life cycle as the page words it: one user at a time, from that user's rows alone.</summary>
internal sealed class TwinLifecycle(LifecycleDefinition definition, TwinWorld world)
{
    private readonly Dictionary<string, SegmentRule> _segments = definition.Segments.ToDictionary(segment => segment.Name, segment => segment.Rule);

    /// <summary>Gets where a user is at an instant, and whether a rule before is unknown.</summary>
    internal (LifecycleState State, bool IsUncertain) Place(int user, EvaluationContext context)
    {
        TwinUser person = world.User(user);
        var rules = new TwinUserRule(person, context, _segments);
        bool? isThere = definition.Population is { } population
            ? rules.Holds(population)
            : user < world.Users.Rows.Length || person.Events.Any(one => one.At <= context.AsOf);
        if (isThere != true)
        {
            return (LifecycleState.Absent, isThere is null);
        }

        bool isUncertain = false;
        foreach (LifecycleStageDefinition stage in definition.Stages)
        {
            bool? answer = rules.Holds(stage.Rule);
            if (answer == true)
            {
                return (LifecycleState.In(stage.Id), isUncertain);
            }

            isUncertain |= answer is null;
        }

        return (LifecycleState.Unassigned, isUncertain);
    }
}
