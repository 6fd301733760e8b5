using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>What a log says of one customer, worked out event by event with the framework's own local times.</summary>
internal sealed record NaivePurchases(
    string User, int Purchases, int First, int Last, int End, decimal? Spend, decimal? RepeatSpend, int RepeatsWithSpend, double LogGaps)
{
    /// <summary>Reads everybody with a purchase.</summary>
    public static IReadOnlyList<NaivePurchases> Read(IEnumerable<PurchaseLine> log, PurchaseHistoryDefinition definition, EvaluationContext context)
    {
        PurchaseLine[] seen = [.. log.Where(line => line.At <= context.AsOf)];
        DateOnly? end = definition.End ?? (seen.Where(IsPurchase).Select(line => (DateTimeOffset?)line.At).Max() is { } last ? DayOf(last, context) : null);
        return [.. seen.Where(line => DayOf(line.At, context) <= end).GroupBy(line => line.User).Select(own => Of(own.Key, [.. own], definition, context, end!.Value)).OfType<NaivePurchases>()];
    }

    /// <summary>Numbers the period of a date: days, weeks or months since long ago.</summary>
    public static int Number(DateOnly day, CalendarUnit unit, DayOfWeek weekStart) => unit switch
    {
        CalendarUnit.Day => day.DayNumber,
        CalendarUnit.Month => day.Year * 12 + day.Month,
        _ => (day.DayNumber - ((int)day.DayOfWeek - (int)weekStart + 7) % 7 + 7) / 7,
    };

    public static DateOnly DayOf(DateTimeOffset instant, EvaluationContext context) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, context.Zone).DateTime);

    private static bool IsPurchase(PurchaseLine line) => line.Event == "pay";

    private static NaivePurchases? Of(string user, PurchaseLine[] own, PurchaseHistoryDefinition definition, EvaluationContext context, DateOnly end)
    {
        var purchases = own.Where(IsPurchase).GroupBy(PeriodOf).OrderBy(period => period.Key).ToArray();
        if (purchases.Length == 0)
        {
            return null;
        }

        var refunds = definition.Refunds is null ? [] : own.Where(line => line.Event == "refund" && line.Amount is not null).ToArray();
        decimal?[] spends = [.. purchases.Select((period, i) => period.All(line => line.Amount is not null)
            ? period.Sum(line => line.Amount ?? 0) - refunds.Where(line => HolderOf(line) == i).Sum(line => Math.Abs(line.Amount!.Value))
            : (decimal?)null)];
        int[] numbers = [.. purchases.Select(period => period.Key)];
        return new(
            user,
            numbers.Length,
            numbers[0],
            numbers[^1],
            Number(end, definition.Unit.Period, context.WeekStart),
            spends.All(spend => spend is null) ? null : spends.Sum(),
            spends.Skip(1).All(spend => spend is null) ? null : spends.Skip(1).Sum(),
            spends.Skip(1).Count(spend => spend is not null),
            numbers.Skip(1).Zip(numbers, (later, earlier) => Math.Log((double)(later - earlier) / definition.Unit.Count)).Sum());

        int PeriodOf(PurchaseLine line) => Number(DayOf(line.At, context), definition.Unit.Period, context.WeekStart);
        int HolderOf(PurchaseLine refund) => Array.FindLastIndex(purchases, period => period.Key <= PeriodOf(refund));
    }
}
