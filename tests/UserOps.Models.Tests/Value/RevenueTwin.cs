using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>The definition of revenue read naively, row by row.</summary>
internal sealed class RevenueTwin(RevenueDefinition definition)
{
    internal bool IsRefund(RevenueRow row) => definition.Refunds?.Names.Contains(row.Name) ?? false;

    internal bool IsRevenue(RevenueRow row) => !IsRefund(row) && definition.Events.Names.Contains(row.Name);

    internal bool Counts(RevenueRow row) => (IsRefund(row) || IsRevenue(row)) && !IsWithoutAmount(row);

    internal bool IsMissing(RevenueRow row) => (IsRefund(row) || IsRevenue(row)) && IsWithoutAmount(row);

    internal bool Pays(RevenueRow row) => IsRevenue(row) && Counts(row) && row.Amount > 0;

    internal decimal Revenue(IEnumerable<RevenueRow> rows)
        => rows.Where(Counts).Sum(row => IsRefund(row) ? -Math.Abs(row.Amount!.Value) : row.Amount!.Value);

    internal decimal? Cost(IEnumerable<RevenueRow> rows)
        => definition.GrossMargin is { } share ? Revenue(rows) * (1 - share)
            : definition.Cost is null ? null
            : rows.Where(Counts).Sum(row => IsRefund(row) ? -row.Cost!.Value : row.Cost!.Value);

    internal decimal Margin(IEnumerable<RevenueRow> rows) => Revenue(rows) - (Cost(rows) ?? 0);

    private bool IsWithoutAmount(RevenueRow row) => row.Amount is null || (definition.Cost is not null && row.Cost is null);

    /// <summary>Four readings: amounts alone, with refunds, with costs, with a gross margin.</summary>
    internal static RevenueDefinition Definition(int seed) => (seed % 4) switch
    {
        0 => new() { Events = EventFilter.Named("pay", "tip"), Amount = RevenueWorld.Amount },
        1 => new() { Events = EventFilter.Named("pay", "refund"), Amount = RevenueWorld.Amount, Refunds = "refund" },
        2 => new() { Events = "pay", Amount = RevenueWorld.Amount, Refunds = "refund", Cost = RevenueWorld.Cost },
        _ => new() { Events = "pay", Amount = RevenueWorld.Amount, Refunds = EventFilter.Named("refund", "tip"), GrossMargin = 0.375m },
    };
}
