using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>Tells what an audience is made of; checked when built, immutable, shared freely between threads.</summary>
public sealed class AudienceProfileModel
{
    /// <summary>Initializes a new instance of the <see cref="AudienceProfileModel"/> class that tells every column, with quartiles.</summary>
    public AudienceProfileModel()
        : this(new())
    {
    }

    /// <summary>Checks a definition.</summary>
    /// <param name="definition">Columns and quantiles.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public AudienceProfileModel(AudienceProfileDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(PortraitRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public AudienceProfileDefinition Definition { get; }

    /// <summary>Tells what an audience is made of: its members; its uncertain users are counted and nothing else.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="run">Progress and threads; the profile is the same for any of them.</param>
    /// <param name="cancellationToken">Looked at before each column, and every 65,536 users of texts, flags and sets; a sort is not interrupted.</param>
    /// <exception cref="ArgumentNullException">The dataset or the audience is null.</exception>
    /// <exception cref="ArgumentException">The users belong to another dataset.</exception>
    /// <exception cref="InvalidDefinitionException">A column does not exist; every such fault is listed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public AudienceProfile Evaluate(UserOpsDataset data, Audience audience, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audience);
        AudienceProfile profile = Evaluate(data, audience.Members, run, cancellationToken);
        return profile with { Summary = profile.Summary with { Uncertain = audience.Uncertain.Count } };
    }

    /// <summary>Tells what a set of users is made of.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="users">The users; an empty set gives counts of 0 and numbers that say why there are none.</param>
    /// <param name="run">Progress and threads; the profile is the same for any of them.</param>
    /// <param name="cancellationToken">Looked at before each column, and every 65,536 users of texts, flags and sets; a sort is not interrupted.</param>
    /// <exception cref="ArgumentNullException">The dataset or the set is null.</exception>
    /// <exception cref="ArgumentException">The users belong to another dataset.</exception>
    /// <exception cref="InvalidDefinitionException">A column does not exist; every such fault is listed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public AudienceProfile Evaluate(UserOpsDataset data, UserSet users, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(users);
        ImmutableArray<Column> columns = ColumnsOf(data);
        var draft = new ProfileDraft(Definition, UserSet.Everyone(data.Directory).Intersect(users), run, cancellationToken);
        for (int i = 0; i < columns.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            draft.Add(columns[i]);
            run?.Progress?.Report((i + 1.0) / columns.Length);
        }

        return draft.ToProfile();
    }

    private ImmutableArray<Column> ColumnsOf(UserOpsDataset data)
    {
        if (Definition.Fields.IsEmpty)
        {
            return [.. data.Users.Columns];
        }

        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        var columns = ImmutableArray.CreateBuilder<Column>(Definition.Fields.Length);
        for (int i = 0; i < Definition.Fields.Length; i++)
        {
            if (data.Users.Columns.TryGet(Definition.Fields[i], out Column? column))
            {
                columns.Add(column);
            }
            else
            {
                issues.Add(new("unknownField", $"/fields/{i}", $"There is no column '{Definition.Fields[i]}'."));
            }
        }

        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        return columns.ToImmutable();
    }
}
