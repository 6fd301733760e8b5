namespace UserOps.Models.Tests.Time;

public class NamedZonesTests
{
    [Fact]
    public void Find_AZoneTheMachineDoesNotKnow_FailsWithASentence()
    {
        var error = Assert.ThrowsAny<Exception>(() => NamedZones.Find("Mars/Olympus_Mons"));
        Assert.Contains("This machine has no time-zone data for 'Mars/Olympus_Mons'", error.Message, StringComparison.Ordinal);
    }
}
