using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

/// <summary>What the twin says of one user with a purchase in the window.</summary>
internal sealed class TwinUser
{
    internal required string Id { get; init; }

    internal required int Recency { get; init; }

    internal required int Purchases { get; init; }

    internal required int Length { get; init; }

    internal required decimal? Money { get; init; }

    internal required decimal? Monetary { get; init; }

    internal int RecencyScore { get; set; }

    internal int FrequencyScore { get; set; }

    internal int? MonetaryScore { get; set; }

    internal RfmGroup? Group { get; set; }
}
