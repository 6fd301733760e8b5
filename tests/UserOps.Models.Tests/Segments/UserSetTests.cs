using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

public class UserSetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    [InlineData(4_097)]
    public void Algebra_AnySize_FollowsTheLaws(int users)
    {
        UserDirectory directory = Directory(users);
        var random = new Xoshiro256(users);
        for (int i = 0; i < 20; i++)
        {
            UserSet a = Random(directory, random);
            UserSet b = Random(directory, random);
            HashSet<int> first = [.. a];
            HashSet<int> second = [.. b];

            Assert.Equal(first.Union(second).Order(), a.Union(b));
            Assert.Equal(first.Intersect(second).Order(), a.Intersect(b));
            Assert.Equal(first.Except(second).Order(), a.Except(b));
            Assert.Equal(Enumerable.Range(0, users).Except(first), a.Complement());
            Assert.Equal(first.Count, a.Count);
            Assert.Equal(first.Overlaps(second), a.Overlaps(b));
            Assert.Equal(first.IsSubsetOf(second), a.IsSubsetOf(b));
            Assert.True(a.Intersect(b).IsSubsetOf(a));

            Assert.Equal(a, a.Complement().Complement());
            Assert.Equal(a.Union(b).Complement(), a.Complement().Intersect(b.Complement()));
            Assert.Equal(a.Intersect(b).Complement(), a.Complement().Union(b.Complement()));
            Assert.Equal(a.Except(b), a.Intersect(b.Complement()));
            Assert.Equal(a.Count + b.Count, a.Union(b).Count + a.Intersect(b).Count);
        }

        Assert.Equal(users, UserSet.Everyone(directory).Count);
        Assert.Equal(0, UserSet.None(directory).Count);
    }

    [Fact]
    public void Of_KnownIds_HoldsThem()
    {
        UserDirectory directory = Directory(100);
        UserSet set = UserSet.Of(directory, ["u7", "u3", "u7"]);
        Assert.Equal([3, 7], set);
        Assert.Equal(["u3", "u7"], set.Ids());
        Assert.True(set.Contains("u3"));
        Assert.True(set.Contains(7));
        Assert.False(set.Contains("u4"));
        Assert.False(set.Contains("nobody"));
        Assert.False(set.Contains(-1));
        Assert.False(set.Contains(100));
        Assert.Equal("2 of 100 users", set.ToString());
    }

    [Fact]
    public void Of_UnknownIds_NamesThem()
    {
        UserDirectory directory = Directory(3);
        UnknownUsersException thrown = Assert.Throws<UnknownUsersException>(() => UserSet.Of(directory, ["u1", "x", 2, "y", "z", "v", "w"]));
        Assert.Equal("x 2 y z v w", string.Join(' ', thrown.Ids));
        Assert.StartsWith("The dataset knows no user 'x' (Text), '2' (Number), 'y' (Text), 'z' (Text), 'v' (Text) and 1 more.", thrown.Message, StringComparison.Ordinal);

        UserSet known = UserSet.Of(directory, ["u1", "x"], out ImmutableArray<UserId> unknown);
        Assert.Equal(["u1"], known.Ids());
        Assert.Equal("x", string.Join(' ', unknown));
    }

    [Fact]
    public void Combine_EarlierStateOfTheDirectory_BelongsToTheLater()
    {
        UserOpsDataset earlier = Users(0, 70);
        UserOpsDataset later = earlier.Append(new UserOpsDatasetBuilder().AddUsers(Enumerable.Range(70, 80), users => users.User(row => $"u{row}")));
        UserSet old = UserSet.Of(earlier.Directory, ["u1", "u69"]);
        UserSet grown = UserSet.Of(later.Directory, ["u69", "u149"]);

        Assert.Equal(["u1", "u69", "u149"], old.Union(grown).Ids());
        Assert.Equal(["u1", "u69", "u149"], grown.Union(old).Ids());
        Assert.Equal(["u69"], old.Intersect(grown).Ids());
        Assert.Equal(["u149"], grown.Except(old).Ids());
        Assert.Equal(["u1"], old.Except(grown).Ids());
        Assert.Same(later.Directory, old.Intersect(grown).Directory);
        Assert.True(old.Overlaps(grown));
        Assert.False(grown.IsSubsetOf(old));
        Assert.Equal(68, old.Complement().Count); // of its own state

        UserSet same = UserSet.Of(later.Directory, ["u1", "u69"]);
        Assert.True(same.SetEquals(old));
        Assert.True(old.SetEquals(same));
        Assert.False(old.SetEquals(grown));
        Assert.NotEqual(old, same); // another state of the directory
        Assert.Equal(same, UserSet.Of(later.Directory, ["u69", "u1"]));
        Assert.Equal(same.GetHashCode(), UserSet.Of(later.Directory, ["u69", "u1"]).GetHashCode());
    }

    [Fact]
    public void Combine_UnrelatedDirectories_IsRefused()
    {
        UserSet one = UserSet.Everyone(Directory(3));
        UserSet other = UserSet.Everyone(Directory(5));
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => one.Union(other));
        Assert.StartsWith("The sets belong to two directories, of 3 and of 5 users, and neither grew out of the other;", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => one.IsSubsetOf(other));

        // Two branches of one state have different users behind the same new ordinals.
        UserOpsDataset root = Users(0, 3);
        UserSet left = UserSet.Everyone(root.Append(new UserOpsDatasetBuilder().AddUsers(["a"], users => users.User(id => id))).Directory);
        UserSet right = UserSet.Everyone(root.Append(new UserOpsDatasetBuilder().AddUsers(["b"], users => users.User(id => id))).Directory);
        Assert.Throws<ArgumentException>(() => left.Intersect(right));
    }

    private static UserSet Random(UserDirectory directory, Xoshiro256 random)
    {
        int density = 1 + random.NextInt32(10);
        return UserSet.Of(directory, Enumerable.Range(0, directory.Count).Where(_ => random.NextInt32(10) < density).Select(ordinal => directory[ordinal]));
    }

    private static UserDirectory Directory(int users) => Users(0, users).Directory;

    private static UserOpsDataset Users(int first, int count)
        => new UserOpsDatasetBuilder().AddUsers(Enumerable.Range(first, count), users => users.User(row => $"u{row}")).Build();
}
