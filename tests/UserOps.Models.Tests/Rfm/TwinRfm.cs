using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

/// <summary>A second, naive reading of the model: lists and sums over decimals, no kernels.</summary>
internal sealed class TwinRfm
{
    private readonly RfmDefinition _definition;
    private readonly EvaluationContext _context;
    private readonly IReadOnlyDictionary<string, decimal?> _assets;
    private readonly long _from;

    internal TwinRfm(PurchaseRow[] rows, RfmDefinition definition, EvaluationContext context, IReadOnlyDictionary<string, decimal?> assets)
    {
        (_definition, _context, _assets) = (definition, context, assets);
        _from = FromOf(definition, context);
        Users = [.. rows.GroupBy(row => row.User).Select(Measure).OfType<TwinUser>().OrderBy(user => user.Id, StringComparer.Ordinal)];
        RefundsOnly = rows.GroupBy(row => row.User).Count(user => Measure(user) is null && RefundsOf(Standing(user)).Any());
        Place();
    }

    internal TwinUser[] Users { get; private set; }

    internal int RefundsOnly { get; }

    private int AsOfDay => DayOf(_context.AsOf);

    private bool IsReversal(PurchaseRow row) => _definition.Reversals is not null && row.Name == "reverse";

    private bool IsRefund(PurchaseRow row) => _definition.Refunds is not null && row.Name == "refund" && !IsReversal(row);

    private bool IsPurchase(PurchaseRow row) => !IsReversal(row) && !IsRefund(row) && (_definition.Purchases.Where is null
        ? row.Name == "pay"
        : row.Name is "pay" or "refund" && row.Amount >= 0);

    private bool IsInWindow(PurchaseRow row) => row.At.UtcTicks >= _from && row.At <= _context.AsOf;

    // What no reversal up to 'as of' takes back.
    private PurchaseRow[] Standing(IEnumerable<PurchaseRow> user)
    {
        PurchaseRow[] reversals = [.. user.Where(row => IsReversal(row) && row.Order is not null && row.At <= _context.AsOf)];
        return [.. user.Where(row => !IsReversal(row) && !reversals.Any(one => one.Order == row.Order && one.At >= row.At))];
    }

    private IEnumerable<PurchaseRow> RefundsOf(PurchaseRow[] standing) => standing.Where(row => IsRefund(row) && IsInWindow(row));

    private TwinUser? Measure(IGrouping<string, PurchaseRow> user)
    {
        PurchaseRow[] standing = Standing(user);
        PurchaseRow[] bought = [.. standing.Where(row => IsPurchase(row) && IsInWindow(row)).OrderBy(row => row.At)];
        if (bought.Length == 0)
        {
            return null;
        }

        int[] days = [.. bought.Select(row => DayOf(row.At))];
        decimal? money = bought.Any(row => row.Amount is not null) ? bought.Sum(row => row.Amount ?? 0) : null;
        if (_definition.RefundPolicy == RfmRefundPolicy.Net)
        {
            money -= RefundsOf(standing).Sum(row => Math.Abs(row.Amount ?? 0));
        }

        return new()
        {
            Id = user.Key,
            Recency = AsOfDay - days[^1],
            Purchases = _definition.Frequency == RfmFrequency.Purchases ? bought.Length : days.Distinct().Count(),
            Length = days[^1] - days[0],
            Money = money,
            Monetary = _definition.Monetary switch
            {
                RfmAssets => _assets.GetValueOrDefault(user.Key),
                RfmEngagement => user.Count(row => row.Name == "read" && IsInWindow(row)),
                _ => money,
            },
        };
    }

    // The mean times the users against the sum: whole products, so that nothing is rounded.
    private void Place()
    {
        TwinUser[] valued = [.. Users.Where(user => user.Monetary is not null)];
        decimal recency = Users.Sum(user => (decimal)user.Recency);
        decimal purchases = Users.Sum(user => (decimal)user.Purchases);
        decimal monetary = valued.Sum(user => user.Monetary!.Value);
        bool equalIsHigh = _definition.Split.EqualToCut == RfmCutSide.High;
        foreach (TwinUser user in valued)
        {
            bool isRecent = IsAbove(recency, user.Recency * (decimal)Users.Length, equalIsHigh);
            bool isFrequent = IsAbove(user.Purchases * (decimal)Users.Length, purchases, equalIsHigh);
            bool isValuable = IsAbove(user.Monetary!.Value * valued.Length, monetary, equalIsHigh);
            user.Group = RfmGroups.Of(isRecent, isFrequent, isValuable);
        }

        foreach (TwinUser user in Users)
        {
            user.RecencyScore = 6 - Quintile(user.Recency, [.. Users.Select(one => (decimal)one.Recency)]);
            user.FrequencyScore = Quintile(user.Purchases, [.. Users.Select(one => (decimal)one.Purchases)]);
            user.MonetaryScore = user.Monetary is { } value ? Quintile(value, [.. valued.Select(one => one.Monetary!.Value)]) : null;
        }
    }

    private static bool IsAbove(decimal value, decimal cut, bool equalIsHigh) => value > cut || (equalIsHigh && value == cut);

    private static int Quintile(decimal value, decimal[] all)
    {
        Array.Sort(all);
        return 1 + Enumerable.Range(1, 4).Count(k => value > all[(all.Length - 1) * k / 5]);
    }

    private int DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _context.Zone).DateTime).DayNumber;

    private long FromOf(RfmDefinition definition, EvaluationContext context) => definition switch
    {
        { LastDays: { } days } => new ReportingCalendar(context.Zone).StartOf(DateOnly.FromDayNumber(AsOfDay - days + 1)).UtcTicks,
        { From.Instant: { } instant } => instant.UtcTicks,
        { From.Date: { } date } => new ReportingCalendar(context.Zone).StartOf(date).UtcTicks,
        _ => long.MinValue,
    };
}
