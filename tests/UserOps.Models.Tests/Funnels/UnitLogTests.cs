using System.Collections.Immutable;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class UnitLogTests
{
    [Fact]
    public void OfValues_AskedAgain_IsPutInOrderOnce()
    {
        UserOpsDataset data = Journeys.Of(["AB", "A"], user => user == 0 ? "x" : "y");
        EventCategory channel = EventCategory.Find(data, Journeys.Channel, "/unit", ImmutableArray.CreateBuilder<DefinitionIssue>())!;

        Assert.Same(UnitLog.OfValues(data, Journeys.Channel, channel), UnitLog.OfValues(data, Field.Category("channel"), channel));
    }
}
