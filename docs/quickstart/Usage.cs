namespace UserOps.Quickstart;

/// <summary>The page that <c>--help</c> prints.</summary>
internal static class Usage
{
    internal const string Text = """
        Answers the first questions of user operations: what was read, AARRR and RARRA, a funnel, one audience and what sets it apart,
        who stays, who wakes, who leaves: retention, active users by week, life-cycle stages, churn warning;
        and what users are worth: RFM, Pareto, tiers, LTV by channel, profit, who will buy again.

          dotnet run -c Release --project docs/quickstart                       on the embedded sample of a retail bank
          dotnet run -c Release --project docs/quickstart -- --events log.csv   on your own data

        Your data
          --events FILE           events as CSV with a header line; --users FILE and --contents FILE add attributes
          --sqlite FILE           the same from a database, with --events-query SQL (and --users-query, --contents-query)
          --map A=B,...           where things are: user, time, event, event_id, content, or a field of your own, = column.
                                  users.user=id or contents.content=sku where a table has its own name for it
          --types F=T,...         what fields hold: category (the default), amount, quantity, number, flag, date, instant
          --event-name NAME       the name of every event, for a file without such a column; one with an amount is taken for purchases
          --currency CODE         the currency of amounts, such as CNY; without it they are plain quantities (of purchases: XXX)
          --zone ID               the zone of days, and of times without an offset, such as Asia/Shanghai or +08:00; UTC without it
          --skip-unreadable       leave out rows with an unreadable time and count them, instead of stopping

        Questions
          --as-of DAY             the last day seen, or an instant such as 2026-03-31T12:00:00+08:00; else the last day of the data
          --funnel FILE           a funnel definition as JSON
          --stages S=E,...        the event of each stage: acquisition, activation, retention, revenue, referral
          --json FILE             writes the summaries there
          --rule FILE             only this: a stored rule over users, checked, asked of everybody, explained for some of them
        """;
}
