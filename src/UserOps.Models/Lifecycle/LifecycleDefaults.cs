namespace UserOps.Models.Lifecycle;

/// <summary>Each default and limit of the life-cycle models, named once.</summary>
internal static class LifecycleDefaults
{
    /// <summary>Far more than anybody operates; a user's stage is kept in a byte.</summary>
    internal const int MaximumStages = 100;

    /// <summary>The code of a user for whom no rule is true.</summary>
    internal const byte Unassigned = 254;

    /// <summary>The code of a user who is not there.</summary>
    internal const byte Absent = 255;

    /// <summary>Instants of one history: the ends of the days of almost three years.</summary>
    internal const int MaximumInstants = 1_000;

    /// <summary>Steps of one forecast: beyond it the assumption that rates stay as they are says nothing.</summary>
    internal const int MaximumForecastSteps = 1_000;

    /// <summary>New users a step of a forecast may have at most: no sum of a forecast overflows, and nobody has as many.</summary>
    internal const double MaximumNewcomers = 1e18;

    /// <summary>After more than so many days without activity the user of a card app is dormant.</summary>
    internal const int CardAppDormantDays = 30;

    /// <summary>After more than so many days the user of a card app is churned.</summary>
    internal const int CardAppChurnedDays = 90;

    /// <summary>From so many payments on the last <see cref="CardAppPaymentDays"/> local dates on, the user of a card app is mature: once a week.</summary>
    internal const int CardAppMaturePayments = 4;

    /// <summary>The local dates on which payments are counted, the last one included.</summary>
    internal const int CardAppPaymentDays = 30;

    /// <summary>After more than so many days without activity and repayment a borrower is dormant: two installments.</summary>
    internal const int LoanDormantDays = 60;

    /// <summary>After more than so many days a borrower is churned.</summary>
    internal const int LoanChurnedDays = 180;

    /// <summary>From so many repayments ever on, a borrower is mature.</summary>
    internal const int LoanMatureRepayments = 3;

    /// <summary>How far back "ever" reaches for a date of registration, in local dates: two hundred years.</summary>
    internal const int EverInDays = 73_048;
}
