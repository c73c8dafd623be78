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
return await CommandLine.RunAsync(args, new Terminal());
