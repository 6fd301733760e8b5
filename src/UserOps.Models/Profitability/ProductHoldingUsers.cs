using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Profitability;

/// <summary>Who holds which products, bound to the dataset. Immutable.</summary>
public sealed class ProductHoldingUsers
{
    private readonly ProductHoldingDefinition _definition;
    private readonly ulong[] _held;
    private readonly ulong[] _unknown;

    internal ProductHoldingUsers(ProductHoldingDefinition definition, UserSet seen, ulong[] held, ulong[] unknown)
    {
        _definition = definition;
        _held = held;
        _unknown = unknown;
        Seen = seen;
        Uncertain = Where(user => unknown[user] != 0);
    }

    /// <summary>Gets the users who were counted: with a row in the user table, or an event by 'as of'.</summary>
    public UserSet Seen { get; }

    /// <summary>Gets the users of whom it is not known whether they hold one of the products.</summary>
    public UserSet Uncertain { get; }

    /// <summary>Gets the users who hold at least the threshold.</summary>
    public UserSet CrossSold => WithAtLeast(_definition.Threshold);

    /// <summary>Gets the holders of a product.</summary>
    /// <param name="product">Its name, ordinal.</param>
    /// <exception cref="ArgumentException">There is no such product.</exception>
    public UserSet Holders(string product)
    {
        for (int i = 0; i < _definition.Products.Length; i++)
        {
            if (_definition.Products[i].Name == product)
            {
                ulong bit = 1UL << i;
                return Where(user => (_held[user] & bit) != 0);
            }
        }

        throw new ArgumentException($"There is no product '{product}'.", nameof(product));
    }

    /// <summary>Gets the users who hold so many products or more.</summary>
    /// <param name="products">Any number; everybody holds 0 or more.</param>
    public UserSet WithAtLeast(int products) => Where(user => BitOperations.PopCount(_held[user]) >= products);

    /// <summary>Lists the products a user holds, in the order of the definition; default for anybody who was not seen by 'as of'.</summary>
    /// <param name="user">The caller's key.</param>
    public ImmutableArray<string> ProductsOf(UserId user) => NamesOf(user, _held);

    /// <summary>Lists the products of which it is not known whether the user holds them; default for anybody who was not seen by 'as of'.</summary>
    /// <param name="user">The caller's key.</param>
    public ImmutableArray<string> UncertainProductsOf(UserId user) => NamesOf(user, _unknown);

    internal ulong MaskOf(int ordinal) => _held[ordinal];

    private ImmutableArray<string> NamesOf(UserId user, ulong[] masks) => Seen.Directory.TryGetOrdinal(user, out int ordinal) && Seen.Contains(ordinal)
        ? [.. _definition.Products.Where((_, i) => (masks[ordinal] >> i & 1) != 0).Select(product => product.Name)]
        : default;

    private UserSet Where(Func<int, bool> test)
    {
        var words = new ulong[BitKernels.WordsFor(_held.Length)];
        foreach (int user in Seen)
        {
            words[user >> 6] |= test(user) ? 1UL << (user & 63) : 0;
        }

        return new(Seen.Directory, words);
    }
}
