using System.Globalization;

namespace UserOps.Samples;

/// <summary>Makes the people: registered users in the order of registration, then visitors.</summary>
internal sealed class Population
{
    private const long MillisecondsPerDay = 86_400_000;
    private const int DaysBefore = 5 * 365;
    private const double ShareRegisteredBefore = 0.7;
    private const int UsersPerVisitor = 50;

    private readonly SampleBankOptions _options;
    private readonly int _registeredBefore;

    internal Population(SampleBankOptions options)
    {
        _options = options;
        _registeredBefore = (int)(options.Users * ShareRegisteredBefore);
        for (int i = 0; i < options.Users; i++)
        {
            AddUser(i);
        }
        for (int i = 0; i < options.Users / UsersPerVisitor; i++)
        {
            AddVisitor(i);
        }
    }

    internal List<Person> People { get; } = [];

    internal List<SampleUser> Users { get; } = [];

    private void AddUser(int position)
    {
        var random = SampleStreams.Character(_options.Seed, position);
        long registeredAt = RegistrationOf(position, ref random);
        byte channel = Market.ChannelWeights.Draw(ref random);
        string? invitedBy = channel == Market.Referral ? Inviter(position, registeredAt, ref random) : null;
        var person = Settle(position, IdOf('U', position), registeredAt, channel, ref random);
        People.Add(person);
        Users.Add(Describe(person, invitedBy, ref random));
    }

    private void AddVisitor(int number)
    {
        int position = People.Count;
        var random = SampleStreams.Character(_options.Seed, position);
        byte channel = Market.ChannelWeights.Draw(ref random);
        People.Add(Settle(position, IdOf('V', number), long.MinValue, channel, ref random));
    }

    // Numbers are given out in order, so a user's position fixes the day: older users thin out over five years,
    // new ones come evenly over the sample.
    private long RegistrationOf(int position, ref SampleRandom random)
    {
        int day;
        if (position < _registeredBefore)
        {
            double back = 1 - (position + random.Unit()) / _registeredBefore;
            day = -1 - (int)(back * back * DaysBefore);
        }
        else
        {
            double share = (position - _registeredBefore + random.Unit()) / (_options.Users - _registeredBefore);
            day = (int)(share * _options.Days);
        }
        return day * MillisecondsPerDay + DayClock.Draw(ref random);
    }

    private string? Inviter(int position, long registeredAt, ref SampleRandom random)
    {
        const int Tries = 8; // the newest users of a day may find nobody older; their inviter stays unknown
        for (int i = 0; i < Tries && position > 0; i++)
        {
            var other = People[random.Below(position)];
            if (other.RegisteredAt < registeredAt)
            {
                return other.Id;
            }
        }
        return null;
    }

    private Person Settle(int position, string id, long registeredAt, byte channel, ref SampleRandom random)
    {
        bool isNew = registeredAt >= 0;
        bool isVisitor = registeredAt == long.MinValue;
        int firstDay = isNew ? (int)(registeredAt / MillisecondsPerDay) : 0;
        double quality = Market.ChannelQuality[channel];
        int leavesOn = Leaves(firstDay, isNew, quality, ref random);
        int returnsOn = random.Chance(0.25) ? leavesOn + 15 + random.Below(45) : int.MaxValue;
        return new Person
        {
            Position = position,
            Id = id,
            RegisteredAt = registeredAt,
            Channel = channel,
            System = Market.SystemWeights.Draw(ref random),
            Activity = random.HeavyTailed(isVisitor ? 0.03 : 0.145),
            FirstDay = firstDay,
            LeavesOn = leavesOn,
            ReturnsOn = returnsOn,
            HasCard = !isNew && !isVisitor && random.Chance(0.75),
        };
    }

    // A quarter of the old users had gone before; of the new ones many leave within days, fewer from good channels.
    private int Leaves(int firstDay, bool isNew, double quality, ref SampleRandom random)
    {
        if (!isNew)
        {
            return random.Chance(0.25) ? firstDay : random.Chance(0.25) ? firstDay + random.Below(_options.Days) : int.MaxValue / 2;
        }
        return random.Chance(0.7 - 0.3 * quality) ? firstDay + 1 + (int)Math.Min(random.HeavyTailed(6), 10_000) : int.MaxValue / 2;
    }

    private SampleUser Describe(Person person, string? invitedBy, ref SampleRandom random)
    {
        var registered = _options.FirstDay.AddDays((int)Math.Floor(person.RegisteredAt / (double)MillisecondsPerDay));
        double wealth = random.HeavyTailed(20_000);
        return new SampleUser(
            person.Id,
            random.Chance(0.005) ? null : registered,
            random.Chance(0.02) ? null : BirthDate(ref random),
            random.Chance(0.03) ? null : Market.Genders[random.Below(2)],
            random.Chance(0.02) ? null : Market.Cities[Market.CityWeights.Draw(ref random)],
            random.Chance(0.01) ? null : Market.Channels[person.Channel],
            Market.CardTypes[Market.CardTypeWeights.Draw(ref random)],
            random.Chance(0.55) ? null : 100 * (decimal)(int)(Math.Min(random.MildTailed(9_000), 1_000_000) / 100),
            (long)(Math.Min(wealth, 50_000_000) * 100) / 100m,
            random.Chance(0.2) ? null : Market.RiskLevels[Market.RiskLevelWeights.Draw(ref random)],
            random.Chance(0.7),
            invitedBy);
    }

    // Two draws added: most users are between 25 and 55, none under 18 or over 78.
    private DateOnly BirthDate(ref SampleRandom random)
    {
        int age = 18 + random.Below(31) + random.Below(31);
        return _options.FirstDay.AddYears(-age).AddDays(-random.Below(365));
    }

    private static string IdOf(char letter, int number)
        => letter + (number + 1).ToString("0000000", CultureInfo.InvariantCulture);
}
