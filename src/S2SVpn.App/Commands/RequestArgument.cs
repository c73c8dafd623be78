using System.CommandLine;

namespace S2SVpn.App.Commands;

/// <summary>The request file, as every command that needs one takes it.</summary>
internal static class RequestArgument
{
    public const string DefaultFile = "s2svpn.yaml";

    public static Argument<string> Create() => new("request")
    {
        Description = "The request file.",
        DefaultValueFactory = _ => DefaultFile,
    };
}
