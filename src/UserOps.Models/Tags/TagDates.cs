namespace UserOps.Models.Tags;

/// <summary>Instants as local dates: tags speak of days.</summary>
internal static class TagDates
{
    /// <summary>Makes dates of a column of instants; every other column is as it was.</summary>
    internal static Column OfInstants(TagDefinition tag, Column column, EvaluationContext context)
    {
        if (column is not InstantColumn instants)
        {
            return column;
        }

        var cursor = new LocalDayCursor(ReportingCalendar.Of(context));
        var days = new int[instants.Count];
        for (int row = 0; row < days.Length; row++)
        {
            days[row] = instants.IsMissing(row) ? 0 : cursor.DayNumberOf(instants.UtcTicks[row]);
        }

        return new DateColumn(Field.Date(tag.FieldName), days, instants.MissingCount == 0 ? null : instants.Present.ToArray());
    }
}
