using System.Globalization;

namespace UserOps.Models.Tests.Segments;

public class WithinDistanceTests
{
    private static readonly NumberField Latitude = Field.Number("latitude");
    private static readonly NumberField Longitude = Field.Number("longitude");
    private static readonly NumberField Accuracy = Field.Number("accuracy");
    private static readonly FlagField Agreed = Field.Flag("agreed");
    private static readonly GeoCircle Bund = new() { Latitude = 31.24m, Longitude = 121.49m, RadiusMeters = 500 };
    private static readonly EvaluationContext Context = new() { AsOf = new(2026, 3, 31, 12, 0, 0, TimeSpan.FromHours(8)), Zone = TimeZoneInfo.Utc };

    [Theory] // R = 6,371,008.8 m: a degree of the meridian is 111,195.08 m
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(0, 0, 1, 0, 111_195.0802335)]
    [InlineData(0, 0, 0, 90, 10_007_557.2210)]
    [InlineData(90, 0, -90, 77, 20_015_114.4420)] // pole to pole
    [InlineData(90, 10, 90, -110, 0)] // a pole has every longitude
    [InlineData(10, 180, 10, -180, 0)] // one place, two names
    [InlineData(10, -80, 10, 280, 0)]
    [InlineData(31.24, 121.49, -31.24, -58.51, 20_015_114.4420)] // the antipode
    [InlineData(0, 0, 0, 179.999, 20_015_003.2469)] // near it
    [InlineData(0, 179.5, 0, -179.5, 111_195.0802335)] // over the date line
    [InlineData(89.5, 0, 89.5, 180, 111_195.0802335)] // over the pole
    [InlineData(39.9042, 116.4074, 31.2304, 121.4737, 1_067_311.6452)] // Beijing to Shanghai
    public void DistanceTo_KnownPlaces_AreSoFar(double latitude, double longitude, double otherLatitude, double otherLongitude, double meters)
    {
        var from = new GeoCircle { Latitude = (decimal)latitude, Longitude = (decimal)longitude, RadiusMeters = 0 };
        Assert.Equal(meters, from.DistanceTo(otherLatitude, otherLongitude), 0.01);
        Assert.Equal(meters == 0, from.DistanceTo(otherLatitude, otherLongitude) == 0);
    }

    [Fact]
    public void DistanceTo_Antipode_IsHalfTheGirthExactly()
    {
        var from = new GeoCircle { Latitude = 31.24m, Longitude = 121.49m, RadiusMeters = 0 };
        Assert.Equal(Math.PI * GreatCircle.EarthRadiusMeters, from.DistanceTo(-31.24, 121.49 - 180));
    }

    [Fact]
    public void Between_RandomPlaces_AgreesWithAnotherFormulaAndItself()
    {
        var random = new Xoshiro256(1);
        for (int i = 0; i < 20_000; i++)
        {
            // Half of them near each other, on every scale down to millimeters.
            double scale = i % 2 == 0 ? 1 : Math.Pow(10, -random.NextInt32(9));
            double latitude = (random.NextDouble() - 0.5) * 180;
            double longitude = (random.NextDouble() - 0.5) * 360;
            double otherLatitude = Math.Clamp(latitude + ((random.NextDouble() - 0.5) * 180 * scale), -90, 90);
            double otherLongitude = longitude + ((random.NextDouble() - 0.5) * 360 * scale);
            GreatCircle way = GreatCircle.Between(latitude, longitude, otherLatitude, otherLongitude);
            double meters = TwinDistance.Meters(latitude, longitude, otherLatitude, otherLongitude);
            Assert.Equal(meters, way.Meters, 1e-6);
            Assert.Equal(1, way.Haversine + way.Rest, 1e-14);
            Assert.True(way.IsWithin(meters + 1e-6));
            Assert.False(way.IsWithin(meters - 1e-6));
            Assert.Equal(way.Meters, GreatCircle.Between(otherLatitude, otherLongitude, latitude, longitude).Meters, 1e-8);
        }
    }

    [Theory] // a step of 0.001 degrees north is 111.195 m
    [InlineData(31.24, 121.49, "0", true)] // the center itself
    [InlineData(31.241, 121.49, "111.195", false)]
    [InlineData(31.241, 121.49, "111.196", true)]
    [InlineData(31.239, 121.49, "111.196", true)]
    [InlineData(31.24, 121.491, "95.1", true)] // a degree of longitude is shorter here
    [InlineData(31.24, 121.491, "95.0", false)]
    [InlineData(-31.24, -58.51, "20015114.4", false)]
    [InlineData(-31.24, -58.51, "20015114.5", true)] // nobody is farther away than that
    [InlineData(-90, 0, "13500000", true)]
    public void Evaluate_Position_IsInsideUpToTheBorder(double latitude, double longitude, string radius, bool expected)
        => Assert.Equal(expected, Answer(latitude, longitude, true, null, Bund with { RadiusMeters = decimal.Parse(radius, CultureInfo.InvariantCulture) }));

    [Theory]
    [InlineData(31.24, 121.49, true, true)]
    [InlineData(31.24, 121.49, false, null)] // no consent
    [InlineData(31.24, 121.49, null, null)]
    [InlineData(0.0, 0.0, false, null)] // far away, and still nobody's business
    [InlineData(null, 121.49, true, null)]
    [InlineData(31.24, null, true, null)]
    [InlineData(90.1, 0.0, true, null)] // impossible
    [InlineData(-90.1, 0.0, true, null)]
    [InlineData(31.24, 360.1, true, null)]
    [InlineData(31.24, -180.1, true, null)]
    [InlineData(31.24, -238.51, true, null)]
    [InlineData(0.0, 0.0, true, false)]
    public void Evaluate_WithoutConsentOrPlace_IsUnknown(double? latitude, double? longitude, bool? agreed, bool? expected)
        => Assert.Equal(expected, Answer(latitude, longitude, agreed, null, Bund));

    [Theory] // 333.585 m from the center of 500 m
    [InlineData(31.243, 0.0, true)]
    [InlineData(31.243, 166.4, true)]
    [InlineData(31.243, 166.5, null)] // may be outside
    [InlineData(31.246, 167.1, false)] // 667.17 m from the center
    [InlineData(31.246, 167.2, null)] // may be inside
    [InlineData(31.246, 1e9, null)]
    [InlineData(31.243, -1.0, null)] // how a device says that it does not know
    [InlineData(31.243, null, null)]
    public void Evaluate_Accuracy_DecidesWhatCanBeSaid(double latitude, double? accuracy, bool? expected)
    {
        UserOpsDataset data = new RowTable([Latitude, Longitude, Agreed, Accuracy], [[latitude, 121.49, true, accuracy]]).ToUsers();
        Assert.Equal(expected, Answer(data, Rule.WithinDistance(Latitude, Longitude, Bund, Agreed, Accuracy)));
    }

    [Theory]
    [InlineData(double.NaN, 121.49)]
    [InlineData(31.24, double.NaN)]
    public void Bind_NotANumber_IsUnknown(double latitude, double longitude) // ingest keeps them out of columns
    {
        var columns = new Dictionary<string, Column> { ["latitude"] = new NumberColumn(Latitude, [latitude], null), ["longitude"] = new NumberColumn(Longitude, [longitude], null) };
        RowTest test = DistanceTests.Of(Rule.WithinDistance(Latitude, Longitude, Bund), name => columns[name]);
        Assert.Contains(test.Known, known => (known.Words[0] & 1) == 0);
    }

    [Fact]
    public void Evaluate_VisitsOfEvents_AreCounted()
    {
        var visits = new (string User, double? Latitude, bool? Agreed)[]
        {
            ("often", 31.24, true), ("often", 31.241, true), ("often", 31.239, true), ("often", 40, true),
            ("seldom", 31.24, true), ("seldom", 31.24, true), ("seldom", null, true), ("seldom", 31.24, false),
        };
        UserOpsDataset data = UserOpsDataset.FromEvents(visits, map => map
            .User(visit => visit.User).Named("visit").At(_ => Context.AsOf.AddDays(-1))
            .With(Latitude, visit => visit.Latitude).With(Longitude, _ => 121.49).With(Agreed, visit => visit.Agreed));
        Audience audience = new SegmentModel(Rule.AreaVisits("visit", Latitude, Longitude, Bund, Agreed).InLast(30, WindowUnit.Day).AtLeast(3)).Evaluate(data, Context);
        Assert.Equal((UserId[])["often"], audience.Members.Ids());
        Assert.Equal(0, audience.Uncertain.Count);
    }

    [Fact]
    public void Evaluate_PlacesOfContents_NeedNoConsent()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddContents([("near", 31.2401), ("far", 39.9)], map => map.Id(shop => shop.Item1).With(Latitude, shop => shop.Item2).With(Longitude, _ => 121.49))
            .AddEvents([("ann", "near"), ("bob", "far"), ("cy", null!)], map => map.User(pay => pay.Item1).Named("pay").At(_ => Context.AsOf).Content(pay => pay.Item2))
            .Build();
        var rule = Rule.AreaVisits("pay", Latitude.OfContent, Longitude.OfContent, Bund).AtLeast(1);
        Assert.Equal((UserId[])["ann"], new SegmentModel(rule).Evaluate(data, Context).Members.Ids());
    }

    [Theory]
    [InlineData(true, "a1", true)]
    [InlineData(true, "b2", false)]
    [InlineData(true, null, null)]
    [InlineData(false, "a1", null)]
    [InlineData(false, "b2", null)]
    [InlineData(null, "a1", null)]
    public void WithConsent_AnyRule_IsUnknownOfThoseWhoDidNotAgree(bool? agreed, string? district, bool? expected)
    {
        CategoryField code = Field.Category("district");
        UserOpsDataset data = new RowTable([Agreed, code], [[agreed, district]]).ToUsers();
        Assert.Equal(expected, Answer(data, Rule.WithConsent(Agreed, code.In("a1"))));
    }

    public static TheoryData<SegmentRule, string> Faults => new()
    {
        { new WithinDistance { Latitude = null!, Longitude = " ", Area = null!, Consent = "ok" }, "missingMember : The member 'latitude' is missing.|unknownField /longitude: A field has a name.|missingMember : The member 'area' is missing." },
        { new WithinDistance { Latitude = "a", Longitude = "b", Area = Bund }, "missingMember : The member 'consent' is missing: where a user is may be asked only of those who agreed." },
        { new WithinDistance { Latitude = "a", Longitude = "b", Area = Bund, Consent = "", Accuracy = "" }, "unknownField /consent: A field has a name.|unknownField /accuracy: A field has a name." },
        {
            new WithinDistance { Latitude = "a", Longitude = "b", Consent = "c", Area = new() { Latitude = 90.5m, Longitude = -181, RadiusMeters = -0.1m } },
            "outOfRange /area/latitude: A latitude lies from -90 to 90 degrees, not at 90.5.|outOfRange /area/longitude: A longitude lies from -180 to 360 degrees, not at -181.|outOfRange /area/radiusMeters: Nothing lies within -0.1 meters."
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Model_FaultyRule_NamesEveryFault(SegmentRule rule, string expected)
        => Assert.Equal(expected, Text(Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(rule))));

    [Fact]
    public void Evaluate_OtherColumns_AreRefused()
    {
        UserOpsDataset data = new RowTable([Field.Quantity("latitude"), Field.Category("agreed")], [[1m, "yes"]]).ToUsers();
        var model = new SegmentModel(Rule.WithinDistance(Latitude, Longitude, Bund, Agreed, Accuracy));
        Assert.Equal(
            "typeMismatch /latitude: 'latitude' is of kind Quantity, not Number.|unknownField /longitude: There is no field 'longitude' here.|"
            + "typeMismatch /consent: 'agreed' is of kind Category, not Flag.|unknownField /accuracy: There is no field 'accuracy' here.",
            Text(Assert.Throws<InvalidDefinitionException>(() => model.Evaluate(data, Context))));
    }

    private static bool? Answer(double? latitude, double? longitude, bool? agreed, double? accuracy, GeoCircle area)
    {
        UserOpsDataset data = new RowTable([Latitude, Longitude, Agreed, Accuracy], [[latitude, longitude, agreed, accuracy]]).ToUsers();
        return Answer(data, Rule.WithinDistance(Latitude, Longitude, area, Agreed));
    }

    private static bool? Answer(UserOpsDataset data, SegmentRule rule)
    {
        Audience audience = new SegmentModel(rule).Evaluate(data, Context);
        return audience.Uncertain.Count == 1 ? null : audience.Members.Count == 1;
    }

    private static string Text(InvalidDefinitionException exception)
        => string.Join('|', exception.Issues.Select(issue => $"{issue.Code} {issue.Path}: {issue.Message}"));
}
