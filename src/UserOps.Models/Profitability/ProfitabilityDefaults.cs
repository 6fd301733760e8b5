namespace UserOps.Models.Profitability;

/// <summary>Every default and limit of the room.</summary>
internal static class ProfitabilityDefaults
{
    /// <summary>The digits after the point that a line of a statement keeps. Enough for a balance in cents at a rate of eight digits; sums of lines are then exact.</summary>
    internal const int LineDigits = 10;

    /// <summary>What a figure of one user may be, up or down: more is a fault of the data, and a few of them would make the sum of everybody too long.</summary>
    internal const decimal MostFigure = 100_000_000_000_000_000m;

    internal const int MonthsPerYear = 12;

    internal const int DaysPerYear = 365;

    /// <summary>One bit a source in the pass over the events.</summary>
    internal const int MaximumEventSources = 64;

    /// <summary>One bit a product.</summary>
    internal const int MaximumProducts = 64;

    /// <summary>Who holds two products is cross-sold.</summary>
    internal const int CrossSellProducts = 2;

    /// <summary>Users worked through at a time: cancellation stays prompt, and no thread waits long for the last block.</summary>
    internal const int BlockUsers = 2048;

    internal const int ScorecardVersion = 1;
}
