using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.CustomerGateway;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>One endpoint of a peer, as AWS keeps it.</summary>
public sealed class AwsCustomerGateway : Construct
{
    internal AwsCustomerGateway(Construct scope, string id, CustomerGatewayPlan plan, GatewayEndpoint endpoint, AwsPlace place) : base(scope, id)
    {
        var asn = plan.Asn.ToString();
        Id = new CustomerGateway(this, "Resource", new CustomerGatewayConfig
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
            // A peer's new address makes a new one; the connection moves over to it before the old one can go.
            Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true },
        }).Id;
    }

    public string Id { get; }
}
