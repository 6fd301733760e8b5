namespace UserOps.Samples;

/// <summary>Positions drawn with given whole-number weights.</summary>
internal sealed class WeightedTable
{
    private readonly byte[] _positions;

    /// <summary>Spreads the positions over a lookup with one entry per unit of weight; keep the weights small.</summary>
    internal WeightedTable(params ReadOnlySpan<int> weights)
    {
        var positions = new List<byte>();
        for (int position = 0; position < weights.Length; position++)
        {
            positions.AddRange(Enumerable.Repeat((byte)position, weights[position]));
        }
        _positions = [.. positions];
    }

    internal byte Draw(ref SampleRandom random) => _positions[random.Below(_positions.Length)];
}
