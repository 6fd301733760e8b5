namespace UserOps.Models.Survival;

/// <summary>A time of a stratum at which rows ended, as places among the rows of <see cref="CoxRows"/>.</summary>
/// <param name="Stratum">Code of the stratum.</param>
/// <param name="Time">The time.</param>
/// <param name="First">Place of the first row of the stratum, its longest one.</param>
/// <param name="FirstEnded">Place of the first row that ended at this time; those that ended stand together, after those censored then.</param>
/// <param name="End">Place behind the last row that lasted as long.</param>
/// <param name="EndOfLate">Place behind the last of the latest entries that is not before this time; <paramref name="First"/> where everybody entered in time.</param>
internal readonly record struct CoxEventTime(int Stratum, double Time, int First, int FirstEnded, int End, int EndOfLate)
{
    /// <summary>Gets the number of rows that ended.</summary>
    internal int Ended => End - FirstEnded;
}
