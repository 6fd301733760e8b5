namespace UserOps.Models.Value;

/// <summary>A definition of revenue compiled against one dataset: what each event adds.</summary>
internal sealed class RevenueRows
{
    private readonly RevenueDefinition _definition;
    private readonly EventTable _events;
    private readonly EventMatches _revenue;
    private readonly EventMatches? _refunds;
    private readonly AmountColumn _amounts;
    private readonly AmountColumn? _costs;

    /// <param name="definition">Checked, also against these data.</param>
    /// <param name="data">Its events, and for <c>content.x</c> its contents.</param>
    /// <param name="zone">The zone of <c>@localTime</c>.</param>
    /// <param name="path">RFC 6901 pointer of the definition.</param>
    /// <param name="run">Threads; null for all cores.</param>
    /// <param name="cancellationToken">Looked at once per block of events.</param>
    internal RevenueRows(
        RevenueDefinition definition, UserOpsDataset data, TimeZoneInfo zone, string path, RunOptions? run, CancellationToken cancellationToken)
    {
        _definition = definition;
        _events = data.Events;
        _revenue = EventMatches.Of(definition.Events, data, zone, path + "/events", run, cancellationToken);
        _refunds = definition.Refunds is { } refunds ? EventMatches.Of(refunds, data, zone, path + "/refunds", run, cancellationToken) : null;
        _amounts = AmountColumns.Of(definition.Amount, data);
        _costs = definition.Cost is { } cost ? AmountColumns.Of(cost, data) : null;
    }

    /// <summary>Gets the event names that the data never held.</summary>
    internal IEnumerable<string> UnknownNames => _refunds is null ? _revenue.UnknownNames : _revenue.UnknownNames.Concat(_refunds.UnknownNames);

    /// <summary>Gets whether events of a name may add anything: shape [names of the table].</summary>
    internal bool[] Codes => [.. Enumerable.Range(0, _events.Names.Length).Select(code => _revenue.Codes[code] || (_refunds?.Codes[code] ?? false))];

    /// <summary>Adds an event, if it is revenue or a refund.</summary>
    /// <returns>Whether the user paid with it: it is revenue, and more than nothing.</returns>
    internal bool Add(int row, ref RevenueSum sum)
    {
        int code = _events.CodeAt(row);
        bool isRefund = _refunds?.Contains(code, row) ?? false;
        if (!isRefund && !_revenue.Contains(code, row))
        {
            return false;
        }

        if (_amounts.IsMissing(row) || (_costs?.IsMissing(row) ?? false))
        {
            sum.WithoutAmount++;
            return false;
        }

        long units = _amounts.Units[row];
        Int128 cost = _costs is null ? 0 : _costs.Units[row];
        sum.Events++;
        sum.Units += isRefund ? -Int128.Abs(units) : units;
        sum.CostUnits += isRefund ? -Int128.Abs(cost) : cost;
        return !isRefund && units > 0;
    }

    /// <summary>Gets a sum as money.</summary>
    internal decimal RevenueOf(in RevenueSum sum) => DecimalUnits.ToDecimal(sum.Units, _amounts.Scale);

    /// <summary>Gets what the events of a sum cost; null where the definition does not say.</summary>
    internal decimal? CostOf(in RevenueSum sum)
    {
        if (_costs is not null)
        {
            return DecimalUnits.ToDecimal(sum.CostUnits, _costs.Scale);
        }

        return _definition.GrossMargin is { } margin ? Share(sum, 1 - margin) : null;
    }

    /// <summary>Gets the margin of a sum: revenue less cost; all of it where the definition names neither costs nor a share.</summary>
    internal decimal MarginOf(in RevenueSum sum)
        => _definition.GrossMargin is { } margin ? Share(sum, margin)
            : _costs is null ? RevenueOf(sum)
            : ExactTotal.Of(RevenueOf(sum), -DecimalUnits.ToDecimal(sum.CostUnits, _costs.Scale));

    // In whole units, so that shares of parts add up to the share of the whole.
    private decimal Share(in RevenueSum sum, decimal share)
    {
        Int128 millionths = (Int128)(share * DecimalUnits.PowerOfTen(RevenueDefaults.GrossMarginScale));
        return DecimalUnits.ToDecimal(sum.Units * millionths, _amounts.Scale) / DecimalUnits.PowerOfTen(RevenueDefaults.GrossMarginScale);
    }
}
