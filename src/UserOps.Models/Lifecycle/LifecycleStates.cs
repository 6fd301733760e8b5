using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>The places of a definition in the order of every table: its stages, then unassigned, then absent.</summary>
internal static class LifecycleStates
{
    internal static ImmutableArray<LifecycleState> Of(LifecycleDefinition definition)
        => [.. definition.Stages.Select(stage => LifecycleState.In(stage.Id)), LifecycleState.Unassigned, LifecycleState.Absent];

    /// <summary>Gets the code of each place, in their order.</summary>
    internal static byte[] Codes(LifecycleDefinition definition)
        => [.. Enumerable.Range(0, definition.Stages.Length).Select(stage => (byte)stage), LifecycleDefaults.Unassigned, LifecycleDefaults.Absent];

    internal static LifecycleState StateOf(byte code, LifecycleDefinition definition) => code switch
    {
        LifecycleDefaults.Unassigned => LifecycleState.Unassigned,
        LifecycleDefaults.Absent => LifecycleState.Absent,
        _ => LifecycleState.In(definition.Stages[code].Id),
    };

    /// <summary>Gets the code of a place.</summary>
    /// <exception cref="ArgumentException">The definition has no such stage.</exception>
    internal static byte CodeOf(LifecycleState state, LifecycleDefinition definition, string parameterName) => state.Kind switch
    {
        LifecycleStateKind.Unassigned => LifecycleDefaults.Unassigned,
        LifecycleStateKind.Absent => LifecycleDefaults.Absent,
        _ => (byte)IndexOf(state.Stage, definition, parameterName),
    };

    /// <summary>Gets the index of a stage.</summary>
    /// <exception cref="ArgumentException">The definition has no such stage.</exception>
    internal static int IndexOf(string? stage, LifecycleDefinition definition, string parameterName)
    {
        for (int i = 0; i < definition.Stages.Length; i++)
        {
            if (definition.Stages[i].Id == stage)
            {
                return i;
            }
        }

        throw new ArgumentException($"The life cycle has no stage '{stage}'.", parameterName);
    }
}
