namespace UserOps.Models.Activity;

/// <summary>The shipped checklist: four steps and three mistakes. The field agrees on the numbers and not on the names, so they are entries to edit.</summary>
internal static class DefaultConversionItems
{
    internal static ConversionChecklist Checklist() => new()
    {
        Id = "conversion",
        Version = 1,
        DisplayName = new("提升转化率:四部曲与三个误区", "Raising conversion: four steps and three mistakes"),
        Items =
        [
            Step("measure", new("度量:画出漏斗", "Measure: draw the funnel"), new("每一步的人数与转化率是否按同一口径统计?", "Is every step counted by one definition, with a window?")),
            Step("locate", new("定位:找到流失最多的一步", "Locate: find the step that loses most"), new("是否知道哪一步、哪类用户流失最多?", "Is it known which step loses most, and which users?")),
            Step("remove", new("改进:降低阻力,给出理由", "Remove: less friction, more reason"), new("改动是否只针对这一步?", "Does the change address that step alone?")),
            Step("test", new("验证:对照实验后再推广", "Test: compare with a control before rolling out"), new("是否有对照组,并观察了后续留存?", "Was there a control group, and was later retention looked at?")),
            Mistake("total", new("只看总转化率", "Looking at the overall rate alone"), new("是否逐步、分人群查看?", "Is the rate seen step by step, and by group?")),
            Mistake("base", new("分母或窗口不一致就比较", "Comparing rates of different bases or windows"), new("比较的双方分母、窗口与时间是否一致?", "Have both sides the same base, window and dates?")),
            Mistake("subsidy", new("用补贴换转化,不看留存与成本", "Buying conversions without looking at retention and cost"), new("是否同时看了留存与单客成本?", "Are retention and cost per customer looked at too?")),
        ],
    };

    private static ConversionItem Step(string id, LocalizedText name, LocalizedText check)
        => new() { Id = "conversion.step." + id, Kind = ConversionItemKind.Step, Name = name, Check = check, IsDefault = true };

    private static ConversionItem Mistake(string id, LocalizedText name, LocalizedText check)
        => new() { Id = "conversion.mistake." + id, Kind = ConversionItemKind.Mistake, Name = name, Check = check, IsDefault = true };
}
