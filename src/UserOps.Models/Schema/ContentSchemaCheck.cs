namespace UserOps.Models;

/// <summary>Compares a content table with its schema.</summary>
internal static class ContentSchemaCheck
{
    internal static SchemaReport Run(ContentSchema schema, UserOpsDataset data)
    {
        ContentTable contents = data.Contents;
        var findings = new SchemaFindings(contents.Columns, contents.IdOf);
        findings.CompareFields(schema.Fields, "contents", _ => true);
        return findings.ToReport(schema.Id, schema.Version, contents.Count);
    }
}
