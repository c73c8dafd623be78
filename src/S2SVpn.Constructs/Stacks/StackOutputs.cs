using HashiCorp.Cdktf;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>What 'terraform output' shows: both ends' public addresses and the keys, by link and tunnel.</summary>
internal sealed class StackOutputs
{
    private readonly Dictionary<string, object> _azureAddresses = [];
    private readonly Dictionary<string, object> _awsAddresses = [];
    private readonly Dictionary<string, object> _keys = [];

    public void Add(LinkPlan link, IReadOnlyList<GatewayEndpoint> endpoints, IReadOnlyList<TunnelEnd> ends)
    {
        _azureAddresses[link.AzureSite] = endpoints.Select(endpoint => endpoint.PublicIp).ToArray();
        _awsAddresses[link.Name] = ends.ToDictionary(end => end.Tunnel.Id, object (end) => end.OutsideIp);
        _keys[link.Name] = ends.ToDictionary(end => end.Tunnel.Id, object (end) => end.PreSharedKey);
    }

    /// <param name="azure">The stack that has the Azure gateways.</param>
    /// <param name="aws">The stack that has the tunnels' AWS ends.</param>
    public void WriteTo(TerraformStack azure, TerraformStack aws)
    {
        Write(azure, "azure_gateway_public_ips", _azureAddresses, "The public addresses of each Azure gateway, by instance.");
        Write(aws, "aws_tunnel_public_ips", _awsAddresses, "The public addresses of the AWS tunnels, by link and tunnel (connection.tunnel).");
        Write(aws, "preshared_keys", _keys, "The pre-shared keys, by link and tunnel.", sensitive: true);
    }

    private static void Write(TerraformStack stack, string name, Dictionary<string, object> value, string description, bool sensitive = false) =>
        _ = new TerraformOutput(stack, name, new TerraformOutputConfig { Value = value, Description = description, Sensitive = sensitive ? true : null });
}
