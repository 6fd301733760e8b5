using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class PurchaseHistoryTests
{
    [Theory] // repeats, age at the last one, age -> the message
    [InlineData(-1, 0, 1, "Row 1 has -1: purchases after the first are 0 or more. (Parameter 'repeatPurchases')")]
    [InlineData(1, 11, 10, "Row 1 has 11: the last purchase lies between 0 and the age. (Parameter 'agesAtLastPurchase')")]
    [InlineData(1, -1, 10, "Row 1 has -1: the last purchase lies between 0 and the age. (Parameter 'agesAtLastPurchase')")]
    [InlineData(1, double.NaN, 10, "Row 1 has NaN: the last purchase lies between 0 and the age. (Parameter 'agesAtLastPurchase')")]
    [InlineData(0, 3, 10, "Row 1 has 3: without a repeat the last purchase is the first, at 0. (Parameter 'agesAtLastPurchase')")]
    [InlineData(0, 0, double.PositiveInfinity, "Row 1 has Infinity: an age is 0 or more, and finite. (Parameter 'ages')")]
    public void Of_RowThatCannotBe_IsRefusedWithItsPlace(int repeats, double last, double age, string message)
    {
        var fault = Assert.Throws<ArgumentException>(() => PurchaseHistory.Of([0, repeats], [0, last], [1, age]));
        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public void Of_ColumnsOfDifferentLength_IsRefused()
    {
        var fault = Assert.Throws<ArgumentException>(() => PurchaseHistory.Of([0, 0], [0, 0], [1, 1], weights: [1]));
        Assert.Equal("The columns differ in length: 2 and 1. (Parameter 'weights')", fault.Message);
    }

    [Fact]
    public void Of_SlotsWithoutMeaning_AreNotLookedAt()
    {
        PurchaseHistory history = PurchaseHistory.Of([0, 1], [0, 2], [5, 5], meanSpends: [double.NaN, -3], weights: [2, 0]);
        Assert.Equal((2, 2.0, new PurchaseRecord(1, 2, 5)), (history.Count, history.Customers, history[1]));
    }

    [Fact]
    public void Groups_OfRowsInAnyOrder_AreTheSame()
    {
        PurchaseGroups forward = PurchaseGroups.Of(PurchaseHistory.Of([0, 2, 0, 1], [0, 3, 0, 3], [9, 9, 9, 9], weights: [1, 4, 2, 0]));
        PurchaseGroups backward = PurchaseGroups.Of(PurchaseHistory.Of([2, 0, 0, 0], [3, 0, 0, 0], [9, 9, 9, 9], weights: [4, 1, 1, 1]));
        foreach (PurchaseGroups groups in new[] { forward, backward })
        {
            Assert.Equal([0, 2], groups.RepeatPurchases);
            Assert.Equal([0, 3], groups.AgesAtLastPurchase);
            Assert.Equal([9, 9], groups.Ages);
            Assert.Equal([3, 4], groups.Weights);
            Assert.Equal(7, groups.Customers);
        }
    }

    [Fact]
    public void Groups_OfNobody_AreRefused()
        => Assert.Throws<ArgumentException>(() => PurchaseGroups.Of(PurchaseHistory.Of([0], [0], [1], weights: [0])));
}
