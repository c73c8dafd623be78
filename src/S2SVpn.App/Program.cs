using System.CommandLine;
using S2SVpn.App;
using S2SVpn.App.Commands;
using S2SVpn.Rehearsal.Lab;

// The lab of a rehearsal runs in namespaces of its own, and this program with it.
if (args is [LabInside.Argument])
{
    return LabInside.Run();
}

using var endings = new Endings();
NodeRuntime.Silence();

var request = RequestArgument.Create();
var root = new RootCommand("Joins an AWS VPC and an Azure VNet by a site-to-site VPN: reads a request, checks it against both clouds' rules, and writes Terraform JSON.")
{
    request,
    ExplainCommand.Create(),
    PlanCommand.Create(),
    DiffCommand.Create(),
    RulesCommand.Create(),
    SchemaCommand.Create(),
    OfflineCommand.Create(),
    RehearseCommand.Create(),
};
root.SetAction(parsed => SynthCommand.Run(parsed.GetRequiredValue(request), new Terminal()));
return await root.Parse(args).InvokeAsync();
