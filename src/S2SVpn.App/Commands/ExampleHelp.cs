using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace S2SVpn.App.Commands;

/// <summary>The usual help of a verb, with examples below it.</summary>
internal sealed class ExampleHelp(HelpAction usual) : SynchronousCommandLineAction
{
    // By the verb; "" for none.
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        [""] = ["s2svpn", "s2svpn examples/minimal.yaml"],
        ["init"] = ["s2svpn init", "s2svpn init lab.yaml --like transit-gateway-ecmp --yes"],
        ["check"] = ["s2svpn check", "s2svpn check --format sarif > findings.sarif"],
        ["explain"] = ["s2svpn explain", "s2svpn explain --format markdown > vpn.md"],
        ["diagram"] = ["s2svpn diagram > vpn.svg", "s2svpn diagram --format mermaid"],
        ["estimate"] = ["s2svpn estimate --gb-out 500", "s2svpn estimate today.yaml larger.yaml"],
        ["permissions"] = ["s2svpn permissions --format aws-policy > policy.json", "s2svpn permissions --plan-only --format azure-role > role.json"],
        ["keys"] = ["s2svpn keys", "s2svpn keys --rotate 1.1"],
        ["report"] = ["s2svpn report -o vpn.html", "s2svpn report --rehearsal rehearsal.json --change change.json -o vpn.html"],
        ["verify"] = ["s2svpn verify --before", "terraform output -json | s2svpn verify --outputs - --watch"],
        ["plan"] = ["s2svpn plan", "s2svpn plan s2svpn.yaml > plan.json"],
        ["diff"] = ["s2svpn diff before.yaml after.yaml", "terraform show -json plan.bin | s2svpn diff --plan -"],
        ["move"] = ["s2svpn move --states states/*.tfstate", "s2svpn move fleet.yaml --states shop.tfstate --to moved"],
        ["rules"] = ["s2svpn rules", "s2svpn rules X001"],
        ["schema"] = ["s2svpn schema", "s2svpn schema > s2svpn.schema.json"],
        ["offline"] = ["s2svpn offline -- sh", "s2svpn offline --store clouds.json -- terraform apply"],
        ["rehearse"] = ["s2svpn rehearse", "s2svpn rehearse --skip-drills --format json"],
    };

    public static IReadOnlyCollection<string> Verbs => Examples.Keys;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = Usual(parseResult);
        var verb = parseResult.CommandResult.Command is RootCommand ? "" : parseResult.CommandResult.Command.Name;
        if (Examples.TryGetValue(verb, out var examples))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        return code;
    }

    // A request stands after the verb, or without one; never before it.
    private int Usual(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter();
        configuration.Output = text;
        try
        {
            return usual.Invoke(parseResult);
        }
        finally
        {
            configuration.Output = output;
            var program = RootCommand.ExecutableName;
            output.Write(text.ToString()
                .Replace($"{program} [<request>] ", $"{program} ", StringComparison.Ordinal)
                .Replace($"{program} [command] [options]", $"{program} [<request>] [options]\n  {program} <command>", StringComparison.Ordinal));
        }
    }
}
