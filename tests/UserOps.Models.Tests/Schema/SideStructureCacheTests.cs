namespace UserOps.Models.Tests.Schema;

public class SideStructureCacheTests
{
    private readonly SideStructureCache _cache = new();

    [Fact]
    public void GetOrAdd_TheSameKeyAgain_BuildsOnce()
    {
        int built = 0;
        string first = _cache.GetOrAdd("key", key => $"{key}{++built}");
        Assert.Same(first, _cache.GetOrAdd("key", key => $"{key}{++built}"));
    }

    [Fact]
    public void GetOrAdd_AfterAFailedBuild_BuildsAnew()
    {
        Assert.Throws<InvalidOperationException>(() => _cache.GetOrAdd<string, string>("key", _ => throw new InvalidOperationException("no room")));
        Assert.Throws<OperationCanceledException>(() => _cache.GetOrAdd<string, string>("key", _ => throw new OperationCanceledException()));
        Assert.Equal("built", _cache.GetOrAdd("key", _ => "built"));
    }

    [Fact]
    public async Task GetOrAdd_WhileAnotherCallerGivesUp_BuildsItself()
    {
        using var begun = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        Task<string> canceled = Task.Factory.StartNew(
            () => _cache.GetOrAdd<string, string>("key", _ =>
            {
                begun.Set();
                mayEnd.Wait();
                throw new OperationCanceledException();
            }),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        begun.Wait();
        Task<string> patient = Task.Factory.StartNew(
            () => _cache.GetOrAdd("key", _ => "built"), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        mayEnd.Set();
        Assert.Equal("built", await patient);
        await Assert.ThrowsAsync<OperationCanceledException>(() => canceled);
    }

    [Fact]
    public void GetOrAdd_MoreThanTheBound_ForgetsTheOldestThatDidNotFail()
    {
        Assert.Throws<InvalidOperationException>(() => _cache.GetOrAdd<int, string>(0, _ => throw new InvalidOperationException()));
        string[] built = [.. Enumerable.Range(0, SchemaDefaults.CachedSideStructures).Select(i => _cache.GetOrAdd(i, key => $"{key}"))];
        Assert.Same(built[0], _cache.GetOrAdd(0, key => $"{key}"));
        _cache.GetOrAdd(-1, key => $"{key}");
        Assert.Same(built[1], _cache.GetOrAdd(1, key => $"{key}"));
        Assert.NotSame(built[0], _cache.GetOrAdd(0, key => $"again {key}"));
    }
}
