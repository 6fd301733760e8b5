namespace UserOps.Samples;

/// <summary>Which part of the sample follows which stream of chance; parts do not disturb each other.</summary>
internal static class SampleStreams
{
    private const int CatalogStream = int.MaxValue;
    private const int ArrivalStream = int.MaxValue - 1;
    private const int FirstInstallmentStream = 1 << 30; // beyond two streams for each of the most people there can be

    internal static SampleRandom Catalog(int seed) => new(seed, CatalogStream);

    internal static SampleRandom Arrival(int seed) => new(seed, ArrivalStream);

    /// <summary>What a person is.</summary>
    internal static SampleRandom Character(int seed, int person) => new(seed, 2 * person);

    /// <summary>What a person does.</summary>
    internal static SampleRandom Days(int seed, int person) => new(seed, 2 * person + 1);

    /// <summary>How a person pays installments, which the bank books while the person does something else.</summary>
    internal static SampleRandom Installments(int seed, int person) => new(seed, FirstInstallmentStream + person);
}
