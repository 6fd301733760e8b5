namespace UserOps.Models.Value;

/// <summary>A value with its gradient and minus its second derivatives by four parameters.</summary>
internal struct DerivativeSums
{
    internal double Value;
    internal double R;
    internal double Alpha;
    internal double A;
    internal double B;
    internal double RR;
    internal double RAlpha;
    internal double RA;
    internal double RB;
    internal double AlphaAlpha;
    internal double AlphaA;
    internal double AlphaB;
    internal double AA;
    internal double AB;
    internal double BB;

    internal void Add(in DerivativeSums other)
    {
        Value += other.Value;
        R += other.R;
        Alpha += other.Alpha;
        A += other.A;
        B += other.B;
        RR += other.RR;
        RAlpha += other.RAlpha;
        RA += other.RA;
        RB += other.RB;
        AlphaAlpha += other.AlphaAlpha;
        AlphaA += other.AlphaA;
        AlphaB += other.AlphaB;
        AA += other.AA;
        AB += other.AB;
        BB += other.BB;
    }

    internal readonly void CopyTo(Span<double> gradient, Span<double> information)
    {
        ReadOnlySpan<double> slopes = [R, Alpha, A, B];
        ReadOnlySpan<double> bends = [RR, RAlpha, RA, RB, RAlpha, AlphaAlpha, AlphaA, AlphaB, RA, AlphaA, AA, AB, RB, AlphaB, AB, BB];
        slopes.CopyTo(gradient);
        bends.CopyTo(information);
    }
}
