namespace UserOps.Models;

/// <summary>The events of a table that refer to contents without a row; kept so that the rows may come later.</summary>
/// <param name="Events">Indices of the events, ascending.</param>
/// <param name="Codes">For each of them an index into <paramref name="Ids"/>.</param>
/// <param name="Ids">The content ids.</param>
internal sealed record UnresolvedContents(int[] Events, int[] Codes, TextKey[] Ids);
