namespace S2SVpn.App;

/// <summary>What the person who called can put right. The message is a sentence that says where, what and how.</summary>
internal sealed class UserException(string message) : Exception(message)
{
    public int ExitCode { get; init; } = 1;
}
