using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmGroupsTests
{
    [Theory] // R F M, 1 for high | the group | its label
    [InlineData("111", RfmGroup.ImportantValue, "重要价值用户", RfmLabel.Active)]
    [InlineData("011", RfmGroup.ImportantKeep, "重要保持用户", RfmLabel.Dormant)]
    [InlineData("101", RfmGroup.ImportantDevelop, "重要发展用户", RfmLabel.Potential)]
    [InlineData("001", RfmGroup.ImportantWinBack, "重要挽留用户", RfmLabel.Dormant)]
    [InlineData("110", RfmGroup.GeneralValue, "一般价值用户", RfmLabel.Active)]
    [InlineData("010", RfmGroup.GeneralKeep, "一般保持用户", RfmLabel.Dormant)]
    [InlineData("100", RfmGroup.GeneralDevelop, "一般发展用户", RfmLabel.Potential)]
    [InlineData("000", RfmGroup.GeneralWinBack, "一般挽留用户", RfmLabel.Dormant)]
    public void Of_ThreeSides_IsTheGroup(string code, RfmGroup group, string name, RfmLabel label)
    {
        Assert.Equal(group, RfmGroups.Of(code[0] == '1', code[1] == '1', code[2] == '1'));
        Assert.Equal(code, RfmGroups.CodeOf(group));
        Assert.Equal(name, RfmGroups.NameOf(group).Zh);
        Assert.Equal(label, new RfmLabelRule().LabelOf(group));
    }

    [Fact]
    public void Names_OfAll_AreThereAndDiffer()
    {
        Assert.Equal(8, RfmGroups.All.Select(group => RfmGroups.NameOf(group).En).Distinct().Count());
        Assert.Equal(["潜力型", "活跃型", "沉睡型"], RfmLabels.All.Select(label => RfmLabels.NameOf(label).Zh));
        Assert.Equal(["potential", "active", "dormant"], RfmLabels.All.Select(label => RfmLabels.NameOf(label).En));
    }

    [Fact]
    public void Names_OfNoGroup_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RfmGroups.NameOf((RfmGroup)8));
        Assert.Throws<ArgumentOutOfRangeException>(() => RfmGroups.CodeOf((RfmGroup)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RfmLabels.NameOf((RfmLabel)3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RfmLabelRule().LabelOf((RfmGroup)8));
    }

    [Fact]
    public void LabelRule_Edited_LabelsOtherwise()
    {
        RfmLabelRule rule = UserOpsJson.Deserialize<RfmLabelRule>("""{"importantWinBack":"potential"}""");
        Assert.Equal(RfmLabel.Potential, rule.LabelOf(RfmGroup.ImportantWinBack));
        Assert.Equal(new RfmLabelRule() with { ImportantWinBack = RfmLabel.Potential }, rule);
        Assert.Empty(rule.Validate());
        Assert.Equal("/generalKeep", Assert.Single((rule with { GeneralKeep = (RfmLabel)5 }).Validate()).Path);
    }
}
