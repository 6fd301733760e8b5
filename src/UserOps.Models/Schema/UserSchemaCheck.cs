namespace UserOps.Models;

/// <summary>Compares a user table with its schema.</summary>
internal static class UserSchemaCheck
{
    internal static SchemaReport Run(UserSchema schema, UserOpsDataset data)
    {
        UserTable users = data.Users;
        var findings = new SchemaFindings(users.Columns, ordinal => users.Directory[ordinal].ToString());
        findings.CompareFields(schema.Fields, "users", users.HasRowOf); // who is known only from events has no row that could miss a value
        ReportUsersWithoutRow(users, findings);
        return findings.ToReport(schema.Id, schema.Version, users.RowCount);
    }

    private static void ReportUsersWithoutRow(UserTable users, SchemaFindings findings)
    {
        var rows = default(RowTally);
        for (int ordinal = 0; users.RowCount < users.Directory.Count && ordinal < users.Directory.Count; ordinal++)
        {
            if (!users.HasRowOf(ordinal))
            {
                rows.Add(ordinal);
            }
        }

        if (rows.Count > 0)
        {
            findings.Notice("userWithoutRow", "", $"{rows.Count} of the users are known only from events.", rows);
        }
    }
}
