using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Takes the two rules of a role definition together, so that the faults of both are told at once.</summary>
internal static class UserRoleRules
{
    private const string MemberPath = "/member";
    private const string CustomerPath = "/customer";

    /// <summary>Makes the models of both rules.</summary>
    /// <exception cref="InvalidDefinitionException">A rule cannot be.</exception>
    internal static (SegmentModel Member, SegmentModel Customer) Models(UserRoleDefinition definition)
        => Both(() => ModelOf(definition.Member), () => ModelOf(definition.Customer));

    /// <summary>Does something with each rule, and tells the faults of both at once.</summary>
    /// <exception cref="InvalidDefinitionException">One of them failed.</exception>
    internal static (T Member, T Customer) Both<T>(Func<T> member, Func<T> customer)
        where T : class
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        T? ofMember = AddFaults(member, MemberPath, issues);
        T? ofCustomer = AddFaults(customer, CustomerPath, issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        return (ofMember!, ofCustomer!);
    }

    private static SegmentModel ModelOf(SegmentRule? rule)
        => rule is null ? throw new InvalidDefinitionException([new("missingMember", "", "There is no rule here.")]) : new(rule);

    private static T? AddFaults<T>(Func<T> work, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : class
    {
        try
        {
            return work();
        }
        catch (InvalidDefinitionException refusal)
        {
            issues.AddRange(refusal.Issues.Select(issue => issue with { Path = path + issue.Path }));
            return null;
        }
    }
}
