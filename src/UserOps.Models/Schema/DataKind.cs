namespace UserOps.Models;

/// <summary>The four kinds of data collected about users (四类采集).</summary>
public enum DataKind
{
    /// <summary>基本: who the user is - age, city, occupation, card held.</summary>
    Basic,

    /// <summary>行为: what the user did - visits, clicks, transactions.</summary>
    Behavior,

    /// <summary>兴趣: what the user cares for - topics, risk preference, favorites.</summary>
    Interest,

    /// <summary>反馈: what the user said - ratings, complaints, survey answers.</summary>
    Feedback,
}
