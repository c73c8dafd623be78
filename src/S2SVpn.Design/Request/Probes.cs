using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("Small Linux machines to test the link with.")]
public sealed record Probes
{
    [Description("The public SSH key that may log in; left out, one is created.")]
    public string? SshKey { get; init; }

    [Description("The networks that may connect by SSH from outside; left out, none.")]
    [Example("[203.0.113.7/32]")]
    public ValueList<Cidr> SshFrom { get; init; } = [];

    [Description("Machines in AWS.")]
    public ValueList<Probe> Aws { get; init; } = [];

    [Description("Machines in Azure.")]
    public ValueList<Probe> Azure { get; init; } = [];
}

[Description("One test machine.")]
public sealed record Probe
{
    [Description("Its name.")]
    [Pattern(PatternAttribute.Name, PatternAttribute.NameMeaning)]
    public required string Name { get; init; }

    [Description("Its site; left out, the cloud's only one.")]
    public string? Site { get; init; }

    [Description("Its subnet; left out, the site's first.")]
    public string? Subnet { get; init; }

    [Description("Its fixed private address; left out, one near the start of the subnet.")]
    public Ipv4? Address { get; init; }

    [Description("Its size as the cloud names it, such as t3.micro or Standard_B2ats_v2; left out, a small one.")]
    public string? Size { get; init; }

    [Description("Whether it gets a public address; left out, if sshFrom is given.")]
    public bool? PublicAddress { get; init; }
}
