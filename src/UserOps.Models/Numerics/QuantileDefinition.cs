namespace UserOps.Models;

/// <summary>How a quantile of a finite sample is read between its sorted values; the nine definitions of Hyndman and Fan.</summary>
/// <remarks>
/// R. J. Hyndman, Y. Fan, The American Statistician 50(4), 1996, 361–365; the names are the type numbers of R's <c>quantile</c>.
/// With n sorted values x(1) to x(n) and a probability p, each says at which position between x(1) and x(n) to read.
/// </remarks>
public enum QuantileDefinition
{
    /// <summary>The smallest value whose share of values at or below it reaches p: the inverted distribution function.</summary>
    R1 = 1,

    /// <summary>As <see cref="R1"/>, but the mean of both neighbors where p is reached exactly; SAS calls it PCTLDEF 5.</summary>
    R2 = 2,

    /// <summary>The value whose rank is nearest to np, of two equally near ones the one of even rank; SAS calls it PCTLDEF 2.</summary>
    R3 = 3,

    /// <summary>Position np: linear interpolation of the distribution function (Parzen 1979).</summary>
    R4 = 4,

    /// <summary>Position np + 1/2: a value stands in the middle of its step (Hazen 1914), as hydrologists read it.</summary>
    R5 = 5,

    /// <summary>Position (n + 1)p: p is the expected share below a value (Weibull 1939); used by NIST, Minitab and SPSS.</summary>
    R6 = 6,

    /// <summary>Position (n - 1)p + 1: the extremes are the quantiles 0 and 1 (Gumbel 1939); the default here, in R, NumPy and Excel.</summary>
    R7 = 7,

    /// <summary>Position (n + 1/3)p + 1/3: nearly median-unbiased whatever the distribution; the choice of Hyndman and Fan.</summary>
    R8 = 8,

    /// <summary>Position (n + 1/4)p + 3/8: nearly unbiased when the values are normally distributed (Blom 1958).</summary>
    R9 = 9,
}
