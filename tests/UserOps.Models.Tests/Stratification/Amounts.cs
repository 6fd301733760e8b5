namespace UserOps.Models.Tests.Stratification;

/// <summary>Makes values of users who have nothing else.</summary>
internal static class Amounts
{
    public static readonly AmountField Money = Field.Amount("money", "CNY");

    public static UserDirectory Directory(params string[] users)
        => new UserOpsDatasetBuilder().AddUsers(users, map => map.User(user => user)).Build().Directory;

    /// <summary>Reads "ann=5 bob=-3.5 cy=": cy has no value.</summary>
    public static UserAmounts Of(string text, string? currency = null)
    {
        string[][] users = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(user => user.Split('='))];
        return UserAmounts.Of(
            Directory([.. users.Select(user => user[0])]),
            users.Where(user => user[1].Length > 0).Select(user => KeyValuePair.Create((UserId)user[0], decimal.Parse(user[1], System.Globalization.CultureInfo.InvariantCulture))),
            currency);
    }

    /// <summary>Makes values of users with numbers as ids, in this order of first sight.</summary>
    public static UserAmounts Of(IEnumerable<(long User, decimal? Value)> rows, string? currency = null)
    {
        (long User, decimal? Value)[] users = [.. rows];
        UserDirectory directory = new UserOpsDatasetBuilder().AddUsers(users, map => map.User(row => row.User)).Build().Directory;
        return UserAmounts.Of(directory, users.Where(row => row.Value is not null).Select(row => KeyValuePair.Create((UserId)row.User, row.Value!.Value)), currency);
    }

    /// <summary>Writes the ids of a set in their order.</summary>
    public static string Text(UserSet users) => string.Join(' ', users.Ids().Order());
}
