namespace UserOps.Samples;

/// <summary>One row of the contents table: something a user can look at, like or buy.</summary>
/// <param name="Id">The content id, <c>C0001</c> and up.</param>
/// <param name="Title">The title, in Chinese.</param>
/// <param name="Kind"><c>article</c>, <c>fund</c>, <c>installment</c> or <c>coupon</c>.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Price">The price or least amount in CNY; missing for articles.</param>
/// <param name="AnnualRate">Yearly yield or cost as a fraction; only for funds and installments.</param>
public sealed record SampleContent(string Id, string Title, string Kind, string Topic, decimal? Price, decimal? AnnualRate);
