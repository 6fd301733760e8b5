using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

public class EventFilterRulesTests
{
    public static TheoryData<EventFilter?, string> Filters => new()
    {
        { null, "missingMember /e" },
        { new EventFilter { Names = default }, "missingMember /e/names" },
        { new EventFilter { Names = [null!, "a", ""] }, "emptyName /e/names/0|emptyName /e/names/2" },
        { new EventFilter { Names = default, Where = new Negation { Arg = null! } }, "missingMember /e/names|missingMember /e/where" },
        { EventFilter.Any, "" },
        { "pay", "" },
        { EventFilter.Named("pay", "view").And(Field.Flag("x").Is(true)), "" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Check_Filter_FindsEveryFault(EventFilter? filter, string expected)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(filter, "/e", issues);
        Assert.Equal(expected, string.Join('|', issues.Select(issue => $"{issue.Code} {issue.Path}")));
    }
}
