using System.CommandLine;

namespace S2SVpn.App.Commands;

/// <summary>The request file, as every command that needs one takes it.</summary>
internal static class RequestArgument
{
    public const string DefaultFile = "s2svpn.yaml";

    public static Argument<string> Create()
    {
        var request = new Argument<string>("request")
        {
            Description = "The request file.",
            DefaultValueFactory = _ => DefaultFile,
        };
        RefuseOptions(request);
        return request;
    }

    /// <summary>Otherwise an option that there is not would be taken for a file's name.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-'))
        {
            result.AddError($"There is no option '{token.Value}'. For a file of that name write './{token.Value}'.");
        }
    });
}
