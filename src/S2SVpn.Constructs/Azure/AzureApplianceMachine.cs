using System.Globalization;
using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>A machine of an appliance. Its addresses stay when the machine is made anew: peers and routes keep what they know.</summary>
internal sealed class AzureApplianceMachine : Construct
{
    private readonly AzureResourceScope _place;
    private readonly AzurermNetworkInterfaceResource _interface;
    private readonly NetworkInterfaceSecurityGroupAssociation _filtered;
    private readonly UserAssignedIdentity _identity;
    private readonly List<ITerraformDependable> _after = [];

    public AzureApplianceMachine(
        Construct scope, string id, ApplianceMachinePlan plan, AzureNetwork network, AzureApplianceFilter filter, DataAzurermClientConfig login, ReplacementOrder order, AzureResourceScope place)
        : base(scope, id)
    {
        (Plan, _place) = (plan, place);
        var address = new PublicIp(this, "address", new PublicIpConfig
        {
            Provider = place.Provider,
            Name = plan.PublicIp,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            AllocationMethod = "Static",
            Sku = "Standard",
            Zones = Zone is null ? null : [Zone],
            Tags = place.Tags,
        });
        _interface = new AzurermNetworkInterfaceResource(this, "interface", new AzurermNetworkInterfaceResourceConfig
        {
            Provider = place.Provider,
            Name = plan.Name,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            // It forwards what is neither from nor for itself.
            IpForwardingEnabled = true,
            IpConfiguration = new[]
            {
                new AzurermNetworkInterfaceResourceIpConfiguration
                {
                    Name = "ip",
                    SubnetId = network.SubnetId(plan.Subnet),
                    PrivateIpAddressAllocation = plan.Address is null ? "Dynamic" : "Static",
                    PrivateIpAddress = plan.Address?.ToString(),
                    PublicIpAddressId = address.Id,
                },
            },
            Tags = place.Tags,
            DependsOn = [order.Dependable],
            // Azure takes neither a subnet nor an address from what uses it.
            Lifecycle = ReplacementOrder.ReplacedBy([order.Of(Key(plan)), .. network.NewSubnetId(plan.Subnet)]),
        });
        _filtered = new NetworkInterfaceSecurityGroupAssociation(this, "filter", new NetworkInterfaceSecurityGroupAssociationConfig
        {
            Provider = place.Provider,
            NetworkInterfaceId = _interface.Id,
            NetworkSecurityGroupId = filter.Id,
        });
        _identity = new UserAssignedIdentity(this, "identity", new UserAssignedIdentityConfig
        {
            Provider = place.Provider,
            Name = plan.Role,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            Tags = place.Tags,
        });
        (PublicIp, IdentityClientId) = (address.IpAddress, _identity.ClientId);
        PrivateIp = plan.Address?.ToString() ?? _interface.PrivateIpAddress;
        Vault = new AzureApplianceVault(this, "vault", plan.Name, _identity, login, place);
    }

    public ApplianceMachinePlan Plan { get; }

    public string PublicIp { get; }

    public string PrivateIp { get; }

    /// <summary>By which the machine asks for tokens of its identity.</summary>
    public string IdentityClientId { get; }

    public AzureApplianceVault Vault { get; }

    public ITerraformDependable Interface => _interface;

    /// <summary>Its interface's id as a text that Terraform follows a replacement by.</summary>
    public string InterfaceAddress => $"{ReplacementOrder.AddressOf(_interface)}.id";

    /// <summary>The id of the machine, as a reference; empty before it is made.</summary>
    public string MachineId { get; private set; } = "";

    private string? Zone => Plan.Zone?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where a machine stands in the order of replacements.</summary>
    public static string Key(ApplianceMachinePlan plan) => $"machine-{plan.Index}";

    /// <summary>Lets it replace the routes of a table, and nothing else: the role is given for this table alone.</summary>
    public void AllowRoutes(string table) => _after.Add(new RoleAssignment(this, "routes", new RoleAssignmentConfig
    {
        Provider = _place.Provider,
        Scope = table,
        // learn.microsoft.com/azure/role-based-access-control/built-in-roles/networking#network-contributor
        RoleDefinitionName = "Network Contributor",
        PrincipalId = _identity.PrincipalId,
        PrincipalType = "ServicePrincipal",
    }));

    /// <summary>Makes the machine itself, once all that it has to know is known.</summary>
    /// <param name="userData">Its cloud-init configuration.</param>
    /// <param name="publicKey">The SSH key that may log in. Azure makes no machine without one; the filter keeps everybody out.</param>
    public void Start(string userData, string publicKey)
    {
        MachineId = new LinuxVirtualMachine(this, "Resource", new LinuxVirtualMachineConfig
        {
            Provider = _place.Provider,
            Name = Plan.Name,
            ResourceGroupName = _place.ResourceGroup,
            Location = _place.Location,
            Zone = Zone,
            Size = Plan.Size,
            NetworkInterfaceIds = [_interface.Id],
            AdminUsername = ProbeSoftware.User,
            AdminSshKey = new[] { new LinuxVirtualMachineAdminSshKey { Username = ProbeSoftware.User, PublicKey = publicKey } },
            DisablePasswordAuthentication = true,
            CustomData = Fn.Base64gzip(new TerraformLocal(this, "user-data", userData).AsString),
            SourceImageReference = AzureUbuntuImage.For(Plan.Size),
            OsDisk = new LinuxVirtualMachineOsDisk { Caching = "ReadWrite", StorageAccountType = "StandardSSD_LRS" },
            Identity = new LinuxVirtualMachineIdentity { Type = "UserAssigned", IdentityIds = [_identity.Id] },
            Tags = _place.Tags,
            // Never up without its filter.
            DependsOn = [_filtered, .. _after],
            Lifecycle = ReplacementOrder.ReplacedBy(InterfaceAddress),
        }).Id;
    }
}
