namespace UserOps.Models;

/// <summary>Takes rows one after the other into a pending table.</summary>
internal interface IRowIntake<TRow>
{
    /// <summary>Gets told how many rows to expect, where that is known.</summary>
    void Expect(int rows);

    void Add(TRow row);

    /// <summary>Ends the call: the table is whole again.</summary>
    void Complete();
}
