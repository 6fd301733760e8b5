using System.Data;

namespace UserOps.Quickstart.Inputs;

/// <summary>Where the rows of one table come from. The library's reader door takes any <see cref="IDataReader"/>.</summary>
internal interface ISource
{
    /// <summary>Gets what the caller calls it, for messages.</summary>
    string Name { get; }

    /// <summary>Opens the rows, hands them over and closes them.</summary>
    /// <exception cref="QuickstartException">The source cannot be opened or read.</exception>
    void Read(IProgress<double> progress, Action<IDataReader> take);
}
