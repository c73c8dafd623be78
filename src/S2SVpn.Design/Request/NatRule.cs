using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("One translation on the Azure gateway.")]
public sealed record NatRule
{
    [Description("Its name.")]
    [Pattern(PatternAttribute.Name, PatternAttribute.NameMeaning)]
    public required string Name { get; init; }

    [Description("One to one (static), or many behind few (dynamic).")]
    public NatKind Kind { get; init; } = NatKind.Static;

    [Description("Whose addresses change: Azure's on the way out (egress), or AWS's on the way in (ingress).")]
    public required NatDirection Direction { get; init; }

    [Description("The internal networks.")]
    public required ValueList<Cidr> Internal { get; init; }

    [Description("The external networks, as the other side sees them.")]
    public required ValueList<Cidr> External { get; init; }

    [Description("The gateway instance of a dynamic rule, 0 or 1.")]
    public int? Instance { get; init; }
}

/// <summary>Whether each address has its own translation.</summary>
public enum NatKind
{
    [Description("Each internal address has its own external one.")]
    Static,

    [Description("All internal addresses share the external ones.")]
    Dynamic,
}

/// <summary>Whose addresses a translation changes.</summary>
public enum NatDirection
{
    [Description("Azure's own addresses, on the way to AWS.")]
    Egress,

    [Description("AWS's addresses, on the way into Azure.")]
    Ingress,
}
