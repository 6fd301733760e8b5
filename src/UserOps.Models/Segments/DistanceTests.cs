using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models;

/// <summary>Binds <see cref="WithinDistance"/> to columns of positions.</summary>
internal static class DistanceTests
{
    /// <param name="rule">Checked by <see cref="DistanceRules"/>.</param>
    /// <param name="columnOf">Gives the column of a name, all of one table or brought to the rows of one.</param>
    internal static RowTest Of(WithinDistance rule, Func<string, Column> columnOf)
    {
        var latitudes = (NumberColumn)columnOf(rule.Latitude);
        var longitudes = (NumberColumn)columnOf(rule.Longitude);
        var known = ImmutableArray.CreateBuilder<ResidentBits>();
        known.AddRange(RowTest.KnownRowsOf(latitudes, longitudes));
        AddRange(latitudes, -DistanceRules.LargestLatitude, DistanceRules.LargestLatitude, known);
        AddRange(longitudes, DistanceRules.SmallestLongitude, DistanceRules.LargestLongitude, known);
        if (rule.Consent is not null)
        {
            known.Add(new FlagBits((FlagColumn)columnOf(rule.Consent)));
        }

        if (rule.Accuracy is null)
        {
            return new(new PositionScan(latitudes, longitudes, rule.Area), false, known.ToImmutable());
        }

        var accuracies = (NumberColumn)columnOf(rule.Accuracy);
        known.AddRange(RowTest.KnownRowsOf(accuracies));
        AddRange(accuracies, 0, double.MaxValue, known);
        ulong[] isInside = AllOf(new VaguePositionScan(latitudes, longitudes, accuracies, rule.Area, isFar: true), latitudes.Count);
        ulong[] isOutside = AllOf(new VaguePositionScan(latitudes, longitudes, accuracies, rule.Area, isFar: false), latitudes.Count);
        BitKernels.Apply<NorOperation>(isOutside, isOutside, isOutside);
        var isSettled = new ulong[isInside.Length];
        BitKernels.Apply<OrOperation>(isInside, isOutside, isSettled);
        known.Add(new StoredBits(isSettled));
        return new(new StoredBits(isInside), false, known.ToImmutable());
    }

    /// <summary>Adds the rows whose value lies in a range, unless all do.</summary>
    private static void AddRange(NumberColumn column, double low, double high, ImmutableArray<ResidentBits>.Builder known)
    {
        ulong[] inside = AllOf(new RangeScan<double>(() => column.Values, low, high, sizeof(double)), column.Count);
        if (BitKernels.Count(inside) < column.Count)
        {
            known.Add(new StoredBits(inside));
        }
    }

    private static ulong[] AllOf(ScannedBits bits, int rows) => RowProgram.Compile(new RowTest(bits, false, []), rows).Run().True;
}

/// <summary>Exact positions in a district.</summary>
internal sealed class PositionScan : ScannedBits
{
    // A tenth of a millimeter on the ground: the band has to hold whatever the exact test lets in.
    private const double DegreesOfRounding = 1e-9;

    private readonly NumberColumn _latitudes;
    private readonly NumberColumn _longitudes;
    private readonly double _latitude;
    private readonly double _longitude;
    private readonly double _meters;

    internal PositionScan(NumberColumn latitudes, NumberColumn longitudes, GeoCircle area)
    {
        _latitudes = latitudes;
        _longitudes = longitudes;
        _latitude = (double)area.Latitude;
        _longitude = (double)area.Longitude;
        _meters = (double)area.RadiusMeters;
    }

    internal override int Cost => 100;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
    {
        // Nothing farther north or south than the radius is inside: one vector pass leaves few rows to measure.
        double band = GreatCircle.Degrees(_meters) + DegreesOfRounding;
        RowKernels.InRange(_latitudes.Values.Slice(firstRow, rows), _latitude - band, _latitude + band, words);
        for (int word = 0; word < words.Length; word++)
        {
            for (ulong left = words[word]; left != 0; left &= left - 1)
            {
                int row = firstRow + (word << 6) + BitOperations.TrailingZeroCount(left);
                ulong isWithin = RowKernels.Bit(GreatCircle.Between(_latitude, _longitude, _latitudes.Values[row], _longitudes.Values[row]).IsWithin(_meters));
                words[word] ^= (left & ~(left - 1)) & (isWithin - 1);
            }
        }
    }
}

/// <summary>Positions known to some meters: those at their farthest, or at their nearest, within the radius.</summary>
internal sealed class VaguePositionScan(NumberColumn latitudes, NumberColumn longitudes, NumberColumn accuracies, GeoCircle area, bool isFar) : ScannedBits
{
    internal override int Cost => 200;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
    {
        words.Clear();
        (double latitude, double longitude, double meters) = ((double)area.Latitude, (double)area.Longitude, (double)area.RadiusMeters);
        for (int i = 0; i < rows; i++)
        {
            int row = firstRow + i;
            double allowed = isFar ? meters - accuracies.Values[row] : meters + accuracies.Values[row];
            GreatCircle way = GreatCircle.Between(latitude, longitude, latitudes.Values[row], longitudes.Values[row]);
            words[i >> 6] |= RowKernels.Bit(way.IsWithin(allowed)) << i;
        }
    }
}
