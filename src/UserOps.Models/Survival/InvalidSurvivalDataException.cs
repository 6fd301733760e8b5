using System.Collections.Immutable;
using System.Text;

namespace UserOps.Models.Survival;

/// <summary>Survival data cannot be used; every kind of fault is listed.</summary>
public sealed class InvalidSurvivalDataException : ArgumentException
{
    internal InvalidSurvivalDataException(ImmutableArray<SurvivalDataIssue> issues)
        : base(Describe(issues))
        => Issues = issues;

    /// <summary>Gets the faults by column, one for each rule that is broken there; at least one.</summary>
    public ImmutableArray<SurvivalDataIssue> Issues { get; }

    private static string Describe(ImmutableArray<SurvivalDataIssue> issues)
    {
        var text = new StringBuilder("The survival data cannot be used:");
        foreach (SurvivalDataIssue issue in issues)
        {
            text.Append('\n').Append(issue.Column);
            if (issue.Row >= 0)
            {
                text.Append(", row ").Append(issue.Row);
            }

            text.Append(": ").Append(issue.Message);
            if (issue.Count > 1)
            {
                text.Append(" So in ").Append(issue.Count).Append(" rows.");
            }

            text.Append(" [").Append(issue.Code).Append(']');
        }

        return text.ToString();
    }
}
