using System.Runtime.CompilerServices;

namespace UserOps.Models.Value;

/// <summary>The derivatives of ln of a sum, or an integral, of positive terms, from those of the logarithms of the terms.</summary>
/// <remarks>
/// With weights in proportion to the terms, the gradient is the mean of their gradients g, and the second derivatives are the mean of theirs plus g g', less the
/// product of the mean gradients. One term is a mean over nothing but itself. Laid out as [weight, gradient, lower half of the second derivatives plus g g'].
/// </remarks>
[InlineArray(Length)]
internal struct MixtureMoments
{
    internal const int Parameters = 4;
    private const int Length = 1 + Parameters + Parameters * (Parameters + 1) / 2;
    private const int FirstSecond = 1 + Parameters;
    private double _first;

    /// <summary>Gets the sum of the terms, in the scale they were added in.</summary>
    internal readonly double Total => this[0];

    /// <summary>Makes a term of weight 1 of the derivatives of its logarithm.</summary>
    /// <param name="gradient">Shape [4].</param>
    /// <param name="second">Second derivatives, lower half: 00, 10, 11, 20, 21, 22, 30, 31, 32, 33.</param>
    internal static MixtureMoments Of(ReadOnlySpan<double> gradient, ReadOnlySpan<double> second)
    {
        MixtureMoments term = default;
        term[0] = 1;
        int place = FirstSecond;
        for (int i = 0; i < Parameters; i++)
        {
            term[1 + i] = gradient[i];
            for (int j = 0; j <= i; j++, place++)
            {
                term[place] = second[place - FirstSecond] + gradient[i] * gradient[j];
            }
        }

        return term;
    }

    /// <summary>Takes sums over terms as they are laid out.</summary>
    /// <param name="total">The sum of the weights.</param>
    /// <param name="gradient">Of the weighted gradients; shape [4].</param>
    /// <param name="second">Of the weighted second derivatives plus g g'; lower half.</param>
    internal static MixtureMoments OfSums(double total, ReadOnlySpan<double> gradient, ReadOnlySpan<double> second)
    {
        MixtureMoments sums = default;
        sums[0] = total;
        gradient.CopyTo(sums[1..FirstSecond]);
        second.CopyTo(sums[FirstSecond..]);
        return sums;
    }

    /// <summary>Adds a term.</summary>
    internal void Add(in MixtureMoments term, double weight)
    {
        for (int i = 0; i < Length; i++)
        {
            this[i] += weight * term[i];
        }
    }

    /// <summary>Brings the sum to another scale.</summary>
    internal void Scale(double factor)
    {
        for (int i = 0; i < Length; i++)
        {
            this[i] *= factor;
        }
    }

    /// <summary>Adds the derivatives of ln of the sum, so many times, to those of a log-likelihood.</summary>
    /// <param name="customers">How many times.</param>
    /// <param name="gradient">INOUT: shape [4].</param>
    /// <param name="information">INOUT: second derivatives with their sign turned, shape [4, 4]; only the lower half is touched.</param>
    internal readonly void AddTo(double customers, Span<double> gradient, Span<double> information)
    {
        int place = FirstSecond;
        for (int i = 0; i < Parameters; i++)
        {
            double mean = this[1 + i] / Total;
            gradient[i] += customers * mean;
            for (int j = 0; j <= i; j++, place++)
            {
                information[i * Parameters + j] -= customers * (this[place] / Total - mean * (this[1 + j] / Total));
            }
        }
    }
}
