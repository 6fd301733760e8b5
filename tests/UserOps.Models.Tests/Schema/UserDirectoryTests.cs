using Shouldly;

namespace UserOps.Models.Tests.Schema;

public class UserDirectoryTests
{
    [Fact]
    public void TryGetOrdinal_IdOfAnotherKind_IsNobodys()
    {
        UserOpsDataset data = UserOpsDataset.FromEvents(["7"], map => map.User(id => id).At(_ => DateTimeOffset.UnixEpoch).Named("view"));

        data.Directory.TryGetOrdinal("7", out int ordinal).ShouldBeTrue();
        ordinal.ShouldBe(0);
        data.Directory.TryGetOrdinal(7, out ordinal).ShouldBeFalse();
        ordinal.ShouldBe(-1);
        data.Directory.TryGetOrdinal(default, out ordinal).ShouldBeFalse();
        data.Directory.TryGetOrdinal(Guid.Empty, out ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Indexer_NoSuchUser_Throws()
    {
        var directory = new UserDirectory([1, 2], null);

        Should.Throw<ArgumentOutOfRangeException>(() => directory[2]);
        Should.Throw<ArgumentOutOfRangeException>(() => directory[-1]);
        directory[1].ShouldBe(2);
    }

    [Fact]
    public void IsSameOrEarlierStateOf_TwoBranches_AreStrangers()
    {
        UserOpsDataset trunk = Read("al").Build();
        UserOpsDataset left = trunk.Append(Read("bo"));
        UserOpsDataset right = trunk.Append(Read("cy"));

        trunk.Directory.IsSameOrEarlierStateOf(left.Directory).ShouldBeTrue();
        trunk.Directory.IsSameOrEarlierStateOf(right.Directory).ShouldBeTrue();
        left.Directory.IsSameOrEarlierStateOf(right.Directory).ShouldBeFalse();

        static UserOpsDatasetBuilder Read(string id)
            => new UserOpsDatasetBuilder().AddEvents([id], map => map.User(user => user).At(_ => DateTimeOffset.UnixEpoch).Named("view"));
    }
}
