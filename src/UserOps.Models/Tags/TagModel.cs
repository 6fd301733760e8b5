namespace UserOps.Models.Tags;

/// <summary>A catalog of tags, checked once and asked of any dataset; immutable, shared freely between threads.</summary>
public sealed class TagModel
{
    /// <summary>Initializes a new instance of the <see cref="TagModel"/> class.</summary>
    /// <param name="catalog">The tags. Only the active ones are computed.</param>
    /// <exception cref="ArgumentNullException">The catalog is null.</exception>
    /// <exception cref="InvalidDefinitionException">The catalog cannot be; every fault is in <c>Issues</c>.</exception>
    public TagModel(TagCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        InvalidDefinitionException.ThrowIfAny(catalog.Validate());
        Catalog = catalog;
    }

    /// <summary>Gets the catalog.</summary>
    public TagCatalog Catalog { get; }

    /// <summary>Computes the active tags for every user of a dataset; tags that are mined or imported have no values.</summary>
    /// <param name="data">Whose tables hold the fields of the tags. An event name the data never held is an event nobody did.</param>
    /// <param name="context">The instant and the zone. Later events are not seen; attributes are, whatever their time.</param>
    /// <param name="run">Progress and threads; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>The values; the same for any number of threads.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent, of another kind or in another currency; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public TagTable Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
        => Evaluate(data, context, [], run, cancellationToken);

    /// <summary>Computes the active tags for every user of a dataset, with what models predict and imports assign.</summary>
    /// <param name="data">Whose tables hold the fields of the tags. An event name the data never held is an event nobody did.</param>
    /// <param name="context">The instant and the zone. Later events are not seen; attributes are, whatever their time.</param>
    /// <param name="given">
    /// The columns of mined and imported tags, at most one each; of users of this dataset, or of one it grew out of. What was assigned after the
    /// instant of the evaluation is not seen, and what has ended by then is no value.
    /// </param>
    /// <param name="run">Progress and threads; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>The values; the same for any number of threads.</returns>
    /// <exception cref="ArgumentNullException">The dataset, the context or the list is null.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent, of another kind or in another currency; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ArgumentException">A column is of no active mined or imported tag, of another type than its tag, or of other users; or a tag has two.</exception>
    public TagTable Evaluate(
        UserOpsDataset data, EvaluationContext context, IEnumerable<TagColumn> given, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(given);
        return new TagEvaluation(Catalog, data, context, run ?? new RunOptions(), cancellationToken).Run(GivenColumns.Of(given, Catalog, data));
    }
}
