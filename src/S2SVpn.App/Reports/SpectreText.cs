using Spectre.Console;
using Spectre.Console.Rendering;

namespace S2SVpn.App.Reports;

/// <summary>What Spectre.Console draws, as text: the same on a terminal, in a file and in a test.</summary>
internal static class SpectreText
{
    public static string Write(IRenderable what, int width)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Write(what);
        return string.Concat($"{text}".TrimEnd('\n').Split('\n').Select(line => $"{line.TrimEnd()}\n"));
    }
}
