namespace UserOps.Models;

/// <summary>What rooms derive from a table (user days, bitmaps, row masks), built on first use, once, and kept up to a bound.</summary>
/// <remarks>
/// The key is a value the asking room supplies, its own type included; the cache does not know what it keeps. The oldest goes first.
/// A build that fails or is canceled leaves nothing behind: the next who asks builds anew.
/// </remarks>
internal sealed class SideStructureCache
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<object, Lazy<object>> _entries = []; // oldest first

    internal T GetOrAdd<TKey, T>(TKey key, Func<TKey, T> build)
        where TKey : notnull
        where T : class
    {
        while (true)
        {
            // Built outside the lock: two rooms may build different structures at the same time, and nobody builds one twice.
            var own = new Lazy<object>(() => build(key));
            Lazy<object> entry = EntryOf(key, own);
            try
            {
                return (T)entry.Value;
            }
            catch (OperationCanceledException) when (entry != own)
            {
                Forget(key, entry); // another caller gave up; this one did not
            }
            catch
            {
                Forget(key, entry);
                throw;
            }
        }
    }

    private Lazy<object> EntryOf(object key, Lazy<object> own)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out Lazy<object>? entry))
            {
                return entry;
            }

            _entries.Add(key, own);
            if (_entries.Count > SchemaDefaults.CachedSideStructures)
            {
                _entries.RemoveAt(0);
            }

            return own;
        }
    }

    // Only the entry that failed: meanwhile another caller may have put a better one in its place.
    private void Forget(object key, Lazy<object> failed)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out Lazy<object>? entry) && entry == failed)
            {
                _entries.Remove(key);
            }
        }
    }
}
