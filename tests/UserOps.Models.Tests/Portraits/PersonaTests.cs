using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Portraits;

public class PersonaTests
{
    private static readonly LocalizedText Text = new("文", "text");

    private static readonly Persona NewlyRich = new()
    {
        Id = "bank.newly-rich",
        Version = 1,
        Name = Text,
        Story = Text,
        Traits = [Text],
        Goals = [Text],
        Rule = Field.Amount("income", "CNY").AtLeast(500_000m),
    };

    [Fact]
    public void Validate_SoundPersona_HasNoIssue()
    {
        Assert.Empty(NewlyRich.Validate());
        Assert.Empty((NewlyRich with { Rule = null, Audience = "newly-rich" }).Validate());
    }

    [Fact]
    public void Validate_PersonaThatCannotBe_ListsEveryFault()
    {
        var persona = new Persona
        {
            Id = "",
            Version = 0,
            Name = null!,
            Story = new("文", ""),
            Traits = [],
            Goals = default,
            Pains = [new("", "x")],
            Rule = null,
        };
        Assert.Equal(
            [
                "idMissing /id", "versionNotPositive /version", "textMissing /name/zh", "textMissing /name/en", "textMissing /story/en",
                "missingMember /traits", "missingMember /goals", "textMissing /pains/0/zh", "audienceMissing /audience",
            ],
            persona.Validate().Select(issue => $"{issue.Code} {issue.Path}"));
        Assert.Equal("/rule", (NewlyRich with { Rule = new Negation { Arg = null! } }).Validate().Single().Path[..5]);
    }
}
