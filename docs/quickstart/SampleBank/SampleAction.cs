namespace UserOps.Samples;

/// <summary>What a user can do; the position is the position of its name in <see cref="SampleBank.EventNames"/>.</summary>
internal enum SampleAction : byte
{
    Register,
    Login,
    View,
    Search,
    BindCard,
    ApplyInstallment,
    InstallmentPaid,
    Transfer,
    Pay,
    BuyFund,
    Redeem,
    Like,
    Share,
    Invite,
    Complaint,
    Logout,
}
