namespace UserOps.Models.Rfm;

/// <summary><c>money</c>: the amounts of the purchases in the window, added up. The definition names their column.</summary>
public sealed record RfmMoney : RfmValue;
