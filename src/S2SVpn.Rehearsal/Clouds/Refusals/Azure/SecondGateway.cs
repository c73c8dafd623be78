using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A virtual network has one gateway of a type.</summary>
public sealed class SecondGateway : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Create,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/MicrosoftDocs/architecture-center/issues/1529",
    };

    internal override string? Why(RefusalContext context)
    {
        var subnets = SubnetsOf(context.Values).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var other = context.Others.FirstOrDefault(gateway =>
            gateway.Values.Text("type") == context.Values.Text("type") && SubnetsOf(gateway.Values).Any(subnets.Contains));
        return other is null ? null : $"The virtual network has a gateway of this type already: {other.Id}.";
    }

    private static IEnumerable<string> SubnetsOf(Attributes gateway) =>
        gateway.Blocks("ip_configuration").Select(configuration => configuration.Text("subnet_id")).OfType<string>();
}
