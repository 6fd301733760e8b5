namespace UserOps.Models.Activity;

/// <summary>Over whom a metric is taken: the users below the line of its share.</summary>
public enum BasePopulation
{
    /// <summary>All users who were seen, those of unknown role too.</summary>
    Everyone,

    /// <summary>Users whose role is <see cref="UserRole.Visitor"/>.</summary>
    Visitors,

    /// <summary>Users whose role is <see cref="UserRole.Member"/>; customers are not among them.</summary>
    Members,

    /// <summary>Users whose role is <see cref="UserRole.Customer"/>.</summary>
    Customers,

    /// <summary>Users known to be a member or a customer: everybody but visitors and users of unknown role.</summary>
    MembersAndCustomers,
}
