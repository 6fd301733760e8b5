using System.Security.Cryptography;
using System.Text;
using UserOps.Samples;

namespace UserOps.Models.Tests.Samples;

/// <summary>The sample is what its page says it is. Shares are bounds, not values: they hold for any seed.</summary>
public sealed class SampleBankTests(SampleBankFixture fixture) : IClassFixture<SampleBankFixture>
{
    private readonly SampleBank _bank = fixture.Bank;

    [Fact] // a change of these is a change of every number in the docs that was printed from the sample
    public void Create_SameSeed_GivesTheSameBytes()
    {
        var small = SampleBank.Create(new SampleBankOptions { Users = 500, Days = 40 });
        Assert.Equal("A47BCBBA8473D7C2DC6A113082773EFF55554928860651542E251D88489D3D74", Hash(small.WriteUsersCsv));
        Assert.Equal("623F4EFCB3707A81D5D78B72095F54B8CF49272B4CC822F1FC3AF7860DB07664", Hash(small.WriteEventsCsv));
        Assert.Equal("BB6CED346ED3C1FFD36896F7B33F5856164588CF645B920BD174AB514D09AC10", Hash(small.WriteContentsCsv));
    }

    [Fact]
    public void Create_Twice_GivesEqualRows()
    {
        var options = new SampleBankOptions { Users = 300, Seed = 7 };
        Assert.Equal(SampleBank.Create(options).Events, SampleBank.Create(options).Events);
    }

    [Fact]
    public void Create_OtherSeed_GivesOtherRows()
    {
        var options = new SampleBankOptions { Users = 300, Seed = 7 };
        Assert.NotEqual(SampleBank.Create(options).Events, SampleBank.Create(options with { Seed = 8 }).Events);
    }

    [Fact]
    public void Create_Default_HasAboutAMillionEventsOf20000Users()
    {
        Assert.Equal(20_000, _bank.Users.Count);
        Assert.InRange(_bank.Events.Count, 900_000, 1_150_000);
        Assert.Equal(200, _bank.Contents.Count);
    }

    [Fact]
    public void Create_NoUsers_HasNoEvents()
    {
        var empty = SampleBank.Create(new SampleBankOptions { Users = 0 });
        Assert.Empty(empty.Users);
        Assert.Empty(empty.Events);
        Assert.Equal(200, empty.Contents.Count);
    }

    [Theory]
    [InlineData(-1, 90)]
    [InlineData(2_000_001, 90)]
    [InlineData(10, 0)]
    [InlineData(10, 367)]
    public void Create_SizeOutOfRange_IsRefused(int users, int days)
        => Assert.Throws<ArgumentOutOfRangeException>(() => SampleBank.Create(new SampleBankOptions { Users = users, Days = days }));

    [Fact]
    public void Events_LieInsideThePeriod_InTheBanksOffset()
    {
        var first = new DateTimeOffset(2026, 1, 1, 0, 0, 0, SampleBank.Offset);
        var end = first.AddDays(90);
        Assert.DoesNotContain(_bank.Events, row => row.At < first || row.At >= end || row.At.Offset != SampleBank.Offset);
    }

    [Fact]
    public void Events_EveryName_Occurs()
        => Assert.Equal(SampleBank.EventNames.Order(StringComparer.Ordinal), _bank.Events.Select(row => row.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Activity_OfUsers_IsHeavyTailed()
    {
        int[] events = [.. _bank.Events.CountBy(row => row.UserId).Select(pair => pair.Value).OrderDescending()];
        double total = events.Sum();
        Assert.InRange(events.Take(events.Length / 100).Sum() / total, 0.06, 0.20);
        Assert.InRange(events.Take(events.Length / 5).Sum() / total, 0.50, 0.80);
        Assert.True(events[0] > 30 * events[events.Length / 2], $"top {events[0]}, median {events[events.Length / 2]}");
    }

    [Fact]
    public void Amounts_OfPayments_AreHeavyTailedWithTwoDecimals()
    {
        decimal[] amounts = [.. _bank.Events.Where(row => row.Name == "pay" && row.Amount is not null).Select(row => row.Amount!.Value).OrderDescending()];
        Assert.InRange(amounts[amounts.Length / 2], 60m, 76m);
        Assert.InRange(amounts.Take(amounts.Length / 100).Sum() / amounts.Sum(), 0.08m, 0.25m);
        Assert.All(amounts, amount => Assert.True(amount > 0 && decimal.Round(amount, 2) == amount));
    }

    [Fact]
    public void Rhythm_OfDayAndWeek_IsLocal()
    {
        int[] hours = [.. Enumerable.Range(0, 24).Select(hour => _bank.Events.Count(row => row.At.Hour == hour))];
        Assert.True(hours[20] > 10 * hours[3], $"20h {hours[20]}, 3h {hours[3]}");
        double sundays = _bank.Events.Count(row => row.At.DayOfWeek == DayOfWeek.Sunday) / 12.0; // of 90 days from a Thursday
        double fridays = _bank.Events.Count(row => row.At.DayOfWeek == DayOfWeek.Friday) / 13.0;
        Assert.InRange(sundays / fridays, 0.60, 0.90);
    }

    [Fact]
    public void LifeCycle_SomeUsersLeave_AndSomeReturn()
    {
        var days = _bank.Events.GroupBy(row => row.UserId).Select(user => user.Select(row => row.At.DayOfYear).Distinct().Order().ToArray()).ToArray();
        Assert.InRange(days.Count(active => active[^1] <= 60) / (double)days.Length, 0.10, 0.45);
        Assert.InRange(days.Count(active => active.Zip(active.Skip(1)).Any(pair => pair.Second - pair.First > 30)) / (double)days.Length, 0.05, 0.40);
    }

    [Fact]
    public void Rows_ArriveLate_ButMostlyInOrder()
    {
        var latest = _bank.Events[0].At;
        int late = 0;
        foreach (var row in _bank.Events)
        {
            late += row.At < latest.AddMinutes(-5) ? 1 : 0;
            latest = row.At > latest ? row.At : latest;
        }
        Assert.InRange(late / (double)_bank.Events.Count, 0.008, 0.02);
    }

    [Fact]
    public void Rows_AFew_AreIdenticalOrRepeatAnId()
    {
        var repeated = _bank.Events.GroupBy(row => row.Id).Where(rows => rows.Skip(1).Any()).ToArray();
        Assert.InRange(repeated.Length, 500, 2_000);
        Assert.InRange(repeated.Count(rows => rows.Distinct().Count() == 1), 200, 1_000);
        Assert.All(repeated, rows => Assert.Equal(2, rows.Count()));
    }

    [Fact]
    public void Values_AreMissing_WhereTheyWouldBe()
    {
        Assert.InRange(ShareOfUsers(user => user.MonthlyIncome is null), 0.50, 0.60);
        Assert.InRange(ShareOfUsers(user => user.RiskLevel is null), 0.15, 0.25);
        Assert.InRange(ShareOfUsers(user => user.City is null), 0.01, 0.03);
        Assert.InRange(_bank.Events.Count(row => row.Channel is null) / (double)_bank.Events.Count, 0.008, 0.016);
        Assert.InRange(_bank.Events.Count(row => row.Name == "pay" && row.Amount is null), 1, 1_500);
        Assert.DoesNotContain(_bank.Events, row => row.Name is "view" or "login" && row.Amount is not null);
    }

    [Fact]
    public void UsersOfEvents_AreKnown_OrVisitors()
    {
        var known = _bank.Users.Select(user => user.Id).ToHashSet();
        string[] unknown = [.. _bank.Events.Select(row => row.UserId).Distinct().Where(id => !known.Contains(id))];
        Assert.InRange(unknown.Length, 100, 400);
        Assert.All(unknown, id => Assert.StartsWith("V", id, StringComparison.Ordinal));
        Assert.InRange(known.Count - _bank.Events.Select(row => row.UserId).Distinct().Count(known.Contains), 1_000, 6_000);
    }

    [Fact]
    public void ContentsOfEvents_AreKnown_OrWithdrawn()
    {
        var known = _bank.Contents.Select(content => content.Id).ToHashSet();
        int[] unknown = [.. _bank.Events.Where(row => row.ContentId is not null && !known.Contains(row.ContentId)).Select(row => int.Parse(row.ContentId![1..], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.InRange(unknown.Length, 500, 3_000);
        Assert.All(unknown, id => Assert.InRange(id, 9001, 9005));
    }

    [Fact]
    public void Referrals_NameAUserWhoRegisteredBefore()
    {
        var byId = _bank.Users.ToDictionary(user => user.Id);
        var invited = _bank.Users.Where(user => user.InvitedBy is not null).ToArray();
        Assert.InRange(invited.Length / (double)_bank.Users.Count, 0.08, 0.16);
        Assert.All(invited, user => Assert.True(user.Channel is "referral" or null));
        Assert.All(invited, user => Assert.True(
            user.RegisteredOn is null || byId[user.InvitedBy!].RegisteredOn is null || byId[user.InvitedBy!].RegisteredOn <= user.RegisteredOn));
    }

    [Fact]
    public void Steps_ThatNeedACard_ComeAfterIt()
    {
        var bound = _bank.Events.Where(row => row.Name == "bind_card" && row.Success == true)
            .GroupBy(row => row.UserId).ToDictionary(rows => rows.Key, rows => rows.Min(row => row.At));
        var registered = _bank.Events.Where(row => row.Name == "register").Select(row => row.UserId).ToHashSet();
        Assert.InRange(registered.Count, 5_000, 7_000);
        var payments = _bank.Events.Where(row => registered.Contains(row.UserId) && row.Name is "pay" or "transfer" or "apply_installment").ToArray();
        Assert.NotEmpty(payments);
        Assert.DoesNotContain(payments, row => bound[row.UserId] >= row.At);
    }

    [Fact]
    public void Installments_ArePaidAfterAGrantedApplication()
    {
        var granted = _bank.Events.Where(row => row.Name == "apply_installment" && row.Success == true)
            .GroupBy(row => row.UserId).ToDictionary(rows => rows.Key, rows => rows.Min(row => row.At));
        var paid = _bank.Events.Where(row => row.Name == "installment_paid").ToArray();
        Assert.InRange(paid.Length, 1_000, 5_000);
        Assert.DoesNotContain(paid, row => (row.At - granted[row.UserId]).TotalDays < 28);
    }

    [Fact] // of first terms whose latest day of payment lies inside the sample: 30 days until due, 25 to pay late
    public void Installments_SomeAreLate_AndSomeAreNeverPaid()
    {
        int?[] late = [.. FirstTerms().Select(term => term.DaysLate)];
        Assert.InRange(late.Count(days => days is null) / (double)late.Length, 0.01, 0.06);
        Assert.InRange(late.Count(days => days > 0) / (double)late.Length, 0.08, 0.25);
        Assert.All(late, days => Assert.True(days is null or (>= 0 and <= 25), $"{days} days late"));
    }

    [Fact]
    public void Installments_OfWhoIsRarelyThere_AreUnpaidMoreOften()
    {
        var terms = FirstTerms().OrderBy(term => term.Events).ToArray();
        double quiet = UnpaidShare(terms[..(terms.Length / 2)]);
        double busy = UnpaidShare(terms[(terms.Length / 2)..]);
        Assert.True(quiet > busy, $"quiet {quiet:P1}, busy {busy:P1}");
    }

    [Fact] // a second term is paid only after the first
    public void Installments_AfterOneUnpaid_AreNotPaidEither()
    {
        var granted = _bank.Events.Where(row => row.Name == "apply_installment" && row.Success == true).GroupBy(row => row.UserId).ToDictionary(rows => rows.Key, rows => rows.Min(row => row.At));
        var payments = _bank.Events.Where(row => row.Name == "installment_paid").GroupBy(row => row.UserId).ToArray();
        Assert.All(payments, rows => Assert.InRange((rows.Min(row => row.At).Date - granted[rows.Key].Date).Days, 30, 55));
    }

    private IEnumerable<(int Events, int? DaysLate)> FirstTerms()
    {
        var paid = _bank.Events.Where(row => row.Name == "installment_paid").GroupBy(row => row.UserId).ToDictionary(rows => rows.Key, rows => rows.Min(row => row.At).Date);
        var events = _bank.Events.CountBy(row => row.UserId).ToDictionary();
        var lastDay = _bank.Options.FirstDay.AddDays(_bank.Options.Days - 1 - 30 - 25).ToDateTime(TimeOnly.MinValue);
        return _bank.Events.Where(row => row.Name == "apply_installment" && row.Success == true)
            .GroupBy(row => row.UserId, (id, rows) => (Id: id, Day: rows.Min(row => row.At).Date))
            .Where(grant => grant.Day <= lastDay)
            .Select(grant => (events[grant.Id], paid.TryGetValue(grant.Id, out var day) ? (day - grant.Day).Days - 30 : (int?)null));
    }

    private static double UnpaidShare((int Events, int? DaysLate)[] terms) => terms.Count(term => term.DaysLate is null) / (double)terms.Length;

    private double ShareOfUsers(Func<SampleUser, bool> test) => _bank.Users.Count(test) / (double)_bank.Users.Count;

    private static string Hash(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
