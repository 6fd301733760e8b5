using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>The segment tables that come with the library, for scores of 1 to 5.</summary>
public static class RfmSegmentTables
{
    /// <summary>
    /// Gets the default: eleven segments on recency and frequency that leave no cell out and reach every name. Only <c>lost</c> lies inside another
    /// (<c>hibernating</c>), and comes first for it.
    /// </summary>
    public static RfmSegmentTable RecencyFrequency { get; } = new()
    {
        Id = "rfm.recency-frequency",
        Version = 1,
        Segments =
        [
            OnGrid("champions", (5, 5), (4, 5)),
            OnGrid("loyal", (3, 4), (4, 5)),
            OnGrid("potential-loyalist", (4, 5), (2, 3)),
            OnGrid("new", (5, 5), (1, 1)),
            OnGrid("promising", (4, 4), (1, 1)),
            OnGrid("need-attention", (3, 3), (3, 3)),
            OnGrid("about-to-sleep", (3, 3), (1, 2)),
            OnGrid("cannot-lose", (1, 2), (5, 5)),
            OnGrid("at-risk", (1, 2), (3, 4)),
            OnGrid("lost", (1, 1), (1, 1)),
            OnGrid("hibernating", (1, 2), (1, 2)),
        ],
    };

    /// <summary>
    /// Gets the table found in many texts: eleven segments on recency and the mean of frequency and monetary value. Its ranges overlap so far that under
    /// "first wins" nobody is ever <c>new</c>, <c>promising</c>, <c>cannot-lose</c> or <c>lost</c>; see <see cref="RfmSegmentModel.Coverage"/>. For comparison
    /// with others, not for use.
    /// </summary>
    public static RfmSegmentTable CommonFrequencyMonetary { get; } = new()
    {
        Id = "rfm.common-frequency-monetary",
        Version = 1,
        Segments =
        [
            OnMean("champions", (4, 5), (4, 5)),
            OnMean("loyal", (2, 5), (3, 5)),
            OnMean("potential-loyalist", (3, 5), (1, 3)),
            OnMean("new", (4, 5), (0, 1)),
            OnMean("promising", (3, 4), (0, 1)),
            OnMean("need-attention", (2, 3), (2, 3)),
            OnMean("about-to-sleep", (2, 3), (0, 2)),
            OnMean("at-risk", (0, 2), (2, 5)),
            OnMean("cannot-lose", (0, 1), (4, 5)),
            OnMean("hibernating", (1, 2), (1, 2)),
            OnMean("lost", (0, 2), (0, 2)),
        ],
    };

    /// <summary>Gets all tables, the default first.</summary>
    public static ImmutableArray<RfmSegmentTable> All { get; } = [RecencyFrequency, CommonFrequencyMonetary];

    private static RfmSegment OnGrid(string id, (int Low, int High) recency, (int Low, int High) frequency)
        => new() { Id = id, Name = NameOf(id), Recency = new(recency.Low, recency.High), Frequency = new(frequency.Low, frequency.High) };

    private static RfmSegment OnMean(string id, (int Low, int High) recency, (int Low, int High) mean)
        => new() { Id = id, Name = NameOf(id), Recency = new(recency.Low, recency.High), FrequencyMonetary = new(mean.Low, mean.High) };

    private static LocalizedText NameOf(string id) => id switch
    {
        "champions" => new("冠军用户", "champions"),
        "loyal" => new("忠诚用户", "loyal"),
        "potential-loyalist" => new("潜在忠诚用户", "potential loyalists"),
        "new" => new("新用户", "new"),
        "promising" => new("有希望的用户", "promising"),
        "need-attention" => new("需要关注的用户", "need attention"),
        "about-to-sleep" => new("即将沉睡的用户", "about to sleep"),
        "cannot-lose" => new("不能流失的用户", "cannot lose them"),
        "at-risk" => new("有流失风险的用户", "at risk"),
        "hibernating" => new("休眠用户", "hibernating"),
        _ => new("已流失用户", "lost"),
    };
}
