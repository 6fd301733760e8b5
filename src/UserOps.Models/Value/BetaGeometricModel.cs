using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>
/// The beta-geometric models of repeat buying (BG/NBD, MBG/NBD, BG/CNBD-k, MBG/CNBD-k): customers buy at rates of their own, and may leave for good after a purchase (购买与流失模型).
/// </summary>
/// <remarks>
/// Rates have a gamma distribution (r, alpha), probabilities of leaving a beta distribution (a, b), and the two do not depend on each other. Immutable, shared
/// freely between threads; what depends on the number of purchases alone is prepared when a number is first asked about, and kept: for all numbers below 256, and for 256 others.
/// P. Fader, B. Hardie, K. L. Lee, Marketing Science 24(2), 2005, 275-284; E. Batislam, M. Denizel, A. Filiztekin, International Journal of Research in
/// Marketing 24(3), 2007, 201-209; M. Platzer, T. Reutterer, Marketing Science 35(5), 2016, 779-799.
/// </remarks>
public sealed partial class BetaGeometricModel : IPurchaseModel
{
    private readonly BetaGeometricLaw _law;
    private readonly BetaGeometricForecast _forecast;

    /// <summary>Takes what was learned before.</summary>
    /// <param name="parameters">Saved by <see cref="Parameters"/>, or taken from elsewhere.</param>
    /// <exception cref="ArgumentNullException">The parameters are null.</exception>
    /// <exception cref="InvalidDefinitionException">The parameters cannot be, or are of a version this library does not know; every fault is in <c>Issues</c>.</exception>
    public BetaGeometricModel(BetaGeometricParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(BetaGeometricRules.Check(parameters));
        Parameters = parameters;
        _law = new(
            parameters.R, parameters.Alpha, parameters.A, parameters.B, parameters.Variant == BetaGeometricVariant.AfterEveryPurchase ? 1 : 0, parameters.Regularity);
        _forecast = new(_law);
    }

    /// <summary>Gets everything the model knows; as JSON it is the saved model.</summary>
    public BetaGeometricParameters Parameters { get; }

    /// <inheritdoc/>
    public PurchaseTimeUnit? Unit => Parameters.Unit;

    /// <summary>Fits a model.</summary>
    /// <param name="history">The rows; in any order, equal ones joined or not.</param>
    /// <param name="options">Variant, regularity, penalty; null for BG/NBD.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <returns>How the fit ended; it has a model where the data decide on every parameter.</returns>
    /// <exception cref="ArgumentNullException">The history is null.</exception>
    /// <exception cref="ArgumentException">No row stands for anybody, or regular buying is asked for without the sums of the logarithms of the gaps.</exception>
    /// <exception cref="InvalidDefinitionException">The options cannot be; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static ValueFit<BetaGeometricModel> Fit(PurchaseHistory history, BetaGeometricOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(BetaGeometricRules.Check(options));
        return BetaGeometricFit.Run(history, options, cancellationToken);
    }

    /// <summary>Fits a model for each of several regularities, and chooses the one under which the history is likeliest.</summary>
    /// <param name="history">The rows, with the sums of the logarithms of the gaps unless only 1 is asked about.</param>
    /// <param name="regularities">The regularities (k) to choose from; at least one, each once.</param>
    /// <param name="options">The other options, whose own regularity is not looked at; null for BG.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <exception cref="ArgumentNullException">The history is null.</exception>
    /// <exception cref="ArgumentException">No regularity is given, or one twice; or what <see cref="Fit"/> refuses.</exception>
    /// <exception cref="InvalidDefinitionException">The options or a regularity cannot be; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static BetaGeometricChoice Choose(
        PurchaseHistory history, ImmutableArray<int> regularities, BetaGeometricOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (regularities.IsDefaultOrEmpty || regularities.Distinct().Count() < regularities.Length)
        {
            throw new ArgumentException("The regularities to choose from are at least one, each once.", nameof(regularities));
        }

        options ??= new();
        InvalidDefinitionException.ThrowIfAny([.. regularities.SelectMany(k => BetaGeometricRules.Check(options with { Regularity = k })).Distinct()]);
        if (regularities.Any(k => k > 1))
        {
            GapTerms.RequireGaps(history);
        }

        return new([.. regularities.Select(k => new BetaGeometricCandidate(k, Fit(history, options with { Regularity = k }, cancellationToken)))]);
    }
}
