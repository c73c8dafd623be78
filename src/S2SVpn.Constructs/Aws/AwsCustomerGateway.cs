using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>One endpoint of a peer, as AWS keeps it.</summary>
internal sealed class AwsCustomerGateway : Construct
{
    internal AwsCustomerGateway(Construct scope, string id, CustomerGatewayPlan plan, GatewayEndpoint endpoint, AwsResourceScope place) : base(scope, id)
    {
        var asn = plan.Asn.ToString();
        IsCreatedBeforeDestroy = !endpoint.BelongsToPlan;
        var gateway = new CustomerGateway(this, "Resource", new CustomerGatewayConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            Type = "ipsec.1",
            IpAddress = endpoint.PublicIp,
            // The provider has one argument for numbers up to 2^31 - 1 and another above.
            BgpAsn = plan.Asn.IsLarge ? null : asn,
            BgpAsnExtended = plan.Asn.IsLarge ? asn : null,
            DeviceName = plan.Name,
            Tags = AwsNames.Tag(plan.Name),
            Lifecycle = IsCreatedBeforeDestroy ? new TerraformResourceLifecycle { CreateBeforeDestroy = true } : null,
        });
        (Id, Address) = (gateway.Id, ReplacementOrder.AddressOf(gateway));
    }

    public string Id { get; }

    /// <summary>
    /// Whether a new one is made before the old one goes, so that connections only move over to it. Terraform makes all that it depends
    /// on in that order too, which an Azure address can't be: its name is there once.
    /// </summary>
    internal bool IsCreatedBeforeDestroy { get; }

    internal string Address { get; }
}
