using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What users add up to, channel by channel, and there age by age.</summary>
internal sealed class ChannelEconomicsTally(int channels, int ages)
{
    private readonly long[] _users = new long[channels];
    private readonly long[] _open = new long[channels];
    private readonly RevenueSum[] _sums = new RevenueSum[channels];
    private readonly RevenueSum[] _ages = new RevenueSum[channels * ages];
    private readonly long[] _lastWon = new long[channels]; // the youngest user's ages end last
    private RevenueSum _outside;

    internal void AddUser(int channel, long since, bool isOpen)
    {
        _users[channel]++;
        _open[channel] += isOpen ? 1 : 0;
        _lastWon[channel] = Math.Max(_lastWon[channel], since);
    }

    /// <summary>Gets the sum of an age of a channel.</summary>
    internal ref RevenueSum AgeOf(int channel, int age) => ref _ages[channel * ages + age];

    /// <summary>Gets the sum of a channel; of -1 what belongs to none.</summary>
    internal ref RevenueSum SumOf(int channel)
    {
        if (channel < 0)
        {
            return ref _outside;
        }

        return ref _sums[channel];
    }

    internal void Add(ChannelEconomicsTally other)
    {
        for (int channel = 0; channel < channels; channel++)
        {
            _users[channel] += other._users[channel];
            _open[channel] += other._open[channel];
            _sums[channel].Add(other._sums[channel]);
            _lastWon[channel] = Math.Max(_lastWon[channel], other._lastWon[channel]);
        }

        for (int i = 0; i < _ages.Length; i++)
        {
            _ages[i].Add(other._ages[i]);
        }

        _outside.Add(other._outside);
    }

    internal ChannelEconomicsSummary ToSummary(ChannelEconomicsPlan plan) => new()
    {
        Definition = plan.Definition,
        Context = plan.Context,
        Channels = Rows(plan),
        RevenueEvents = _sums.Sum(sum => sum.Events),
        EventsOutside = _outside.Events,
        EventsWithoutAmount = _outside.WithoutAmount + _sums.Sum(sum => sum.WithoutAmount),
        EventsAfterAsOf = plan.Data.Events.CountAfter(plan.Context.AsOf.UtcTicks),
        UnknownEvents = plan.UnknownEvents,
    };

    private ImmutableArray<ChannelEconomicsRow> Rows(ChannelEconomicsPlan plan)
    {
        var spend = plan.Definition.Spend.ToDictionary(channel => channel.Channel, channel => channel.Amount, StringComparer.Ordinal);
        IEnumerable<ChannelEconomicsRow> withUsers = Enumerable.Range(0, channels)
            .Where(channel => _users[channel] > 0)
            .Select(channel => Row(plan, plan.Channels.NameOf(channel), channel, spend));
        IEnumerable<ChannelEconomicsRow> withoutUsers = spend.Keys
            .Where(name => plan.Channels.Values.IndexOf(name, 0, StringComparer.Ordinal) is not (>= 0 and var channel) || _users[channel] == 0)
            .Select(name => Row(plan, name, -1, spend));
        return
        [
            .. withUsers.Concat(withoutUsers)
                .OrderBy(row => row.Channel is null)
                .ThenBy(row => row.Channel, StringComparer.Ordinal),
        ];
    }

    private ChannelEconomicsRow Row(ChannelEconomicsPlan plan, string? name, int channel, Dictionary<string, decimal> spend)
    {
        RevenueSum sum = channel < 0 ? default : _sums[channel];
        return new()
        {
            Channel = name,
            Currency = plan.Definition.Revenue.Amount.Currency,
            NewUsers = channel < 0 ? 0 : _users[channel],
            OpenWindows = channel < 0 ? 0 : _open[channel],
            Spend = name is not null && spend.TryGetValue(name, out decimal spent) ? spent : null,
            Revenue = plan.Revenue.RevenueOf(sum),
            Cost = plan.Revenue.CostOf(sum),
            Contribution = [.. Enumerable.Range(0, ages).Select(age => Contribution(plan, channel, age))],
        };
    }

    private decimal? Contribution(ChannelEconomicsPlan plan, int channel, int age)
        => channel < 0 ? 0 : plan.IsAgeOver(_lastWon[channel], age) ? plan.Revenue.MarginOf(AgeOf(channel, age)) : null;
}
