using System.Collections.Immutable;
using System.Reflection;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Architecture;

/// <summary>For any value of a definition's property: others of the same type, each different from it.</summary>
internal static class ChangedValues
{
    internal static IEnumerable<object?> Of(Type type, object? value)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (value is not null && (Nullable.GetUnderlyingType(type) is not null || !type.IsValueType))
        {
            yield return null;
        }

        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            yield return ShorterOrLonger(plain, value!);
        }
        else if (value is not null && Simple(plain, value) is { } changed)
        {
            yield return changed;
        }
        else if (value is not null && !plain.IsValueType && plain != typeof(string))
        {
            foreach (object copy in CopiesWithOneChange(value))
            {
                yield return copy;
            }
        }
    }

    /// <summary>Copies of a record, each with one property changed.</summary>
    internal static IEnumerable<object> CopiesWithOneChange(object record) =>
        from property in Settable(record.GetType())
        from value in Of(property.PropertyType, property.GetValue(record))
        where value is not null || Nullability.AllowsNull(property)
        select With(record, property, value);

    internal static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true });

    private static object With(object record, PropertyInfo property, object? value)
    {
        object copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static object? Simple(Type type, object value) => value switch
    {
        string text => text + "x",
        bool flag => !flag,
        int number => number + 1,
        long number => number + 1,
        decimal number => number + 1,
        double number => number + 1,
        TimeSpan time => time + TimeSpan.FromSeconds(1),
        DateTimeOffset instant => instant.AddDays(1),
        DateOnly date => date.AddDays(1),
        DateOrInstant moment => moment.Date is { } named ? (DateOrInstant)named.AddDays(1) : moment.Instant!.Value.AddDays(1),
        PurchaseTimeUnit unit => new PurchaseTimeUnit(unit.Period, unit.Count + 1),
        TimeZoneInfo => TimeZoneInfo.CreateCustomTimeZone("+05:00", TimeSpan.FromHours(5), "+05:00", "+05:00"),
        Enum member => Enum.GetValues(type).Cast<Enum>().First(other => !other.Equals(member)),
        _ => null,
    };

    private static object ShorterOrLonger(Type listType, object list)
    {
        Type item = listType.GetGenericArguments()[0];
        return typeof(ChangedValues).GetMethod(nameof(Rotate), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [list])!;
    }

    private static ImmutableArray<T> Rotate<T>(ImmutableArray<T> list) => list.IsDefaultOrEmpty
        ? throw new InvalidOperationException($"A sample needs an element in every list: one of {typeof(T).Name} is empty.")
        : list.Length > 1 ? list.RemoveAt(0) : list.Add(list[0]);

    private static class Nullability
    {
        private static readonly NullabilityInfoContext Context = new();

        internal static bool AllowsNull(PropertyInfo property)
        {
            lock (Context)
            {
                return Context.Create(property).WriteState == NullabilityState.Nullable;
            }
        }
    }
}
