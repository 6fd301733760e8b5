namespace UserOps.Models.Activity;

/// <summary>Who is a member and who is a customer, as rules over the dataset. Plain data, JSON round-trip.</summary>
/// <remarks>
/// The highest role that holds is the user's: customer, member, else visitor. Where a higher role is unknown, because a value its rule needs is
/// missing, the user's role is unknown, never silently a lower one; <see cref="SegmentRule.WhenUnknown"/> says otherwise where the caller knows better.
/// </remarks>
public sealed record UserRoleDefinition
{
    private const int AnyDateUpToToday = 3_652_058; // as many days as the calendar has

    /// <summary>Gets the rule that is true of users who are registered and identified.</summary>
    public required SegmentRule Member { get; init; }

    /// <summary>Gets the rule that is true of users who hold a product.</summary>
    public required SegmentRule Customer { get; init; }

    /// <summary>Makes roles from two flags. A user without a flag, such as one known only from events, is of unknown role.</summary>
    /// <param name="isMember">Whether the user is registered and identified.</param>
    /// <param name="isCustomer">Whether the user holds a product.</param>
    public static UserRoleDefinition ByFlags(FlagField isMember, FlagField isCustomer)
        => new() { Member = isMember.Is(true), Customer = isCustomer.Is(true) };

    /// <summary>
    /// Makes roles from two dates, each of which is missing until it has happened: so a missing date is an answer, and nobody's role is unknown. A date
    /// counts from the local date of 'as of' on, so that the roles of an earlier instant can be asked.
    /// </summary>
    /// <param name="identifiedOn">The date from which the user is registered and identified.</param>
    /// <param name="firstProductOn">The date from which the user holds a product. That it was given back later is not seen: say that in a rule.</param>
    public static UserRoleDefinition ByDates(DateField identifiedOn, DateField firstProductOn)
        => new() { Member = Since(identifiedOn), Customer = Since(firstProductOn) };

    private static SegmentRule Since(DateField date)
        => date.IsPresent().And(Rule.InWindow(date, TimeWindow.Days(AnyDateUpToToday, 0)));
}
