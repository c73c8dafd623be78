using System.CommandLine;
using S2SVpn.App.Reports;
using S2SVpn.Design.Request.Schema;

namespace S2SVpn.App.Commands;

/// <summary>Writes the JSON Schema of the request.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        var markdown = new Option<bool>("--markdown") { Description = "Write docs/request.md." };
        var command = new Command("schema", "Write the JSON Schema of the request, for editors.") { markdown };
        command.SetAction(parsed => Run(parsed.GetValue(markdown), terminal));
        return command;
    }

    private static int Run(bool markdown, Terminal terminal)
    {
        terminal.Out.Write(markdown ? SchemaPage.Markdown() : RequestSchema.Json());
        return 0;
    }
}
