using UserOps.Quickstart;

try
{
    var asked = Arguments.Parse(args);
    if (asked.Help)
    {
        Console.WriteLine(Usage.Text);
        return 0;
    }
    MainJob.Run(asked, Screen.OfProcess());
    return 0;
}
catch (Exception fault) when (fault is QuickstartException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(Screen.Visible(fault.Message));
    return 2;
}
