namespace S2SVpn.Design.Rules;

/// <summary>A public document that a rule rests on.</summary>
/// <param name="Where">Its address, without https://.</param>
/// <param name="What">What it is.</param>
public sealed record Source(string Where, string What)
{
    internal static Source AwsTunnels { get; } =
        new("docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html", "AWS: tunnel options");

    internal static Source AwsQuotas { get; } =
        new("docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html", "AWS: Site-to-Site VPN quotas");

    internal static Source AwsCustomerGateway { get; } =
        new("docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html", "AWS: customer gateway options");

    internal static Source AwsInitiation { get; } =
        new("docs.aws.amazon.com/vpn/latest/s2svpn/initiate-vpn-tunnels.html", "AWS: who starts a tunnel");

    internal static Source AwsRouting { get; } =
        new("docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html", "AWS: static and dynamic routing");

    internal static Source AwsAcceleration { get; } =
        new("docs.aws.amazon.com/vpn/latest/s2svpn/accelerated-vpn.html", "AWS: accelerated VPN connections");

    internal static Source AwsProvider { get; } = new(
        "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpnsite_connection.go",
        "Terraform provider aws: aws_vpn_connection");

    internal static Source AwsTunnelBandwidth { get; } =
        new("github.com/hashicorp/terraform-provider-aws/pull/45070", "Terraform provider aws: 5 Gbps tunnels");

    internal static Source AzureTutorial { get; } =
        new("learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-aws-bgp", "Microsoft: BGP between Azure and AWS");

    internal static Source AzureBgp { get; } =
        new("learn.microsoft.com/azure/vpn-gateway/vpn-gateway-bgp-overview", "Microsoft: BGP and VPN Gateway");

    internal static Source AzureFaq { get; } =
        new("learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq", "Microsoft: VPN Gateway FAQ");

    internal static Source AzureCrypto { get; } = new(
        "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto", "Microsoft: cryptographic requirements");

    internal static Source AzureSkus { get; } =
        new("learn.microsoft.com/azure/vpn-gateway/about-gateway-skus", "Microsoft: gateway SKUs");

    internal static Source AzureSkuConsolidation { get; } =
        new("learn.microsoft.com/azure/vpn-gateway/gateway-sku-consolidation", "Microsoft: retirement of gateway SKUs");

    internal static Source AzureSettings { get; } = new(
        "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings", "Microsoft: gateway settings");

    internal static Source AzureNat { get; } =
        new("learn.microsoft.com/azure/vpn-gateway/nat-overview", "Microsoft: NAT on VPN Gateway");

    internal static Source AzureHighlyAvailable { get; } =
        new("learn.microsoft.com/azure/vpn-gateway/vpn-gateway-highlyavailable", "Microsoft: highly available connections");

    internal static Source AzureVnetFaq { get; } =
        new("learn.microsoft.com/azure/virtual-network/virtual-networks-faq", "Microsoft: virtual network FAQ");

    internal static Source AzureGatewayResource { get; } = new(
        "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/virtual_network_gateway_resource.go",
        "Terraform provider azurerm: azurerm_virtual_network_gateway");

    internal static Source AzureConnectionResource { get; } = new(
        "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/virtual_network_gateway_connection_resource.go",
        "Terraform provider azurerm: azurerm_virtual_network_gateway_connection");

    internal static Source VpcCidrs { get; } =
        new("docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html", "AWS: VPC CIDR blocks");

    internal static Source VpcQuotas { get; } =
        new("docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html", "AWS: Amazon VPC quotas");

    internal static Source VpcSubnets { get; } =
        new("docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html", "AWS: subnet CIDR blocks");

    internal static Source TerraformS3 { get; } =
        new("developer.hashicorp.com/terraform/language/backend/s3", "Terraform: S3 backend");

    internal static Source AwsAlarms { get; } = new(
        "docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html",
        "AWS: notifying users of alarms");

    internal static Source AwsInternetGateways { get; } =
        new("docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html", "AWS: internet gateways");

    internal static Source AwsSecurityGroups { get; } =
        new("docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html", "AWS: security group rules");

    internal static Source TerraformNames { get; } =
        new("developer.hashicorp.com/terraform/language/resources/syntax", "Terraform: resource names");

    internal static Source Wireguard { get; } = new("www.wireguard.com/protocol/", "WireGuard: protocol");

    internal static Source TerraformSecrets { get; } =
        new("developer.hashicorp.com/terraform/language/state/sensitive-data", "Terraform: sensitive data in state");

    internal static Source AwsKeyStorage { get; } =
        new("github.com/hashicorp/terraform-provider-aws/pull/42819", "Terraform provider aws: preshared_key_storage");
}
