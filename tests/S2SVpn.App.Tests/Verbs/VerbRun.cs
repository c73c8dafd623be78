using S2SVpn.App.Commands;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

/// <summary>A call of the program inside this process, for verbs that start no other.</summary>
internal sealed record VerbRun(int ExitCode, string Output, string Error)
{
    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateFiles(Repository.File("examples"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    public static string Example(string name) => Repository.File("examples", $"{name}.yaml");

    public static Task<VerbRun> OfAsync(int width, params string[] arguments) => AnsweredAsync("", width, arguments);

    /// <param name="answers">What standard input has.</param>
    /// <param name="width">Of the terminal.</param>
    /// <param name="arguments">The call.</param>
    public static async Task<VerbRun> AnsweredAsync(string answers, int width, params string[] arguments)
    {
        using var input = new StringReader(answers);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(arguments, new Terminal { In = input, Out = output, Error = error, Width = width, Color = false, OutColor = false });
        return new VerbRun(code, Portable(output), Portable(error));
    }

    // Where the repository lies is different on every machine.
    private static string Portable(StringWriter text) => $"{text}".ReplaceLineEndings("\n").Replace($"{Repository.Root}{Path.DirectorySeparatorChar}", "", StringComparison.Ordinal);
}
