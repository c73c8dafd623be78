using System.CommandLine;
using S2SVpn.App.Diagrams;

namespace S2SVpn.App.Commands;

/// <summary>Draws the topology of a request.</summary>
internal static class DiagramCommand
{
    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var format = new Option<string>("--format") { Description = "svg, or mermaid for a page that draws it.", DefaultValueFactory = _ => "svg" };
        format.AcceptOnlyFromAmong("svg", "mermaid");
        var theme = new Option<string>("--theme") { Description = "The colours of the SVG: auto follows its reader.", DefaultValueFactory = _ => "auto" };
        theme.AcceptOnlyFromAmong("auto", "light", "dark");
        var command = new Command("diagram", "Draw the topology: both clouds, gateways, every tunnel with its addresses, spokes. Writes SVG to standard output.") { request, format, theme };
        command.SetAction(parsed =>
        {
            if (RequestLoader.Load(parsed.GetRequiredValue(request), terminal) is not { } loaded)
            {
                return 1;
            }

            terminal.Out.Write(parsed.GetValue(format) == "mermaid"
                ? MermaidWriter.Write(loaded.Plan)
                : SvgWriter.Write(DiagramLayout.Of(loaded.Plan), Enum.Parse<Theme>(parsed.GetValue(theme)!, ignoreCase: true)));
            return 0;
        });
        return command;
    }
}
