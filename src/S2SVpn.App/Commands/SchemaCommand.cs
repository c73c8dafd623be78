using System.CommandLine;
using S2SVpn.Design.Request.Schema;

namespace S2SVpn.App.Commands;

/// <summary>Writes the JSON Schema of the request.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("schema", "Write the JSON Schema of the request, for editors.");
        command.SetAction(_ => Run(terminal));
        return command;
    }

    private static int Run(Terminal terminal)
    {
        terminal.Out.Write(RequestSchema.Json());
        return 0;
    }
}
