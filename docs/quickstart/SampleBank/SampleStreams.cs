namespace UserOps.Samples;

/// <summary>Which part of the sample follows which stream of chance; parts do not disturb each other.</summary>
internal static class SampleStreams
{
    private const int CatalogStream = int.MaxValue;
    private const int ArrivalStream = int.MaxValue - 1;

    internal static SampleRandom Catalog(int seed) => new(seed, CatalogStream);

    internal static SampleRandom Arrival(int seed) => new(seed, ArrivalStream);

    /// <summary>What a person is.</summary>
    internal static SampleRandom Character(int seed, int person) => new(seed, 2 * person);

    /// <summary>What a person does.</summary>
    internal static SampleRandom Days(int seed, int person) => new(seed, 2 * person + 1);
}
