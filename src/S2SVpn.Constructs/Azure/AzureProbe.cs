using System.Text;
using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>A test machine in Azure. Nothing on it is worth keeping: a change of what it installs replaces it.</summary>
internal sealed class AzureProbe : Construct
{
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Part of the Terraform names of all that is in it.</param>
    /// <param name="plan">What to build.</param>
    /// <param name="network">The network of its subnet.</param>
    /// <param name="filter">A network security group for the machine itself; null where its subnet has one.</param>
    /// <param name="publicKey">The SSH key that may log in.</param>
    /// <param name="order">What an address waits for until another machine has given it back.</param>
    /// <param name="place">Where it is made.</param>
    internal AzureProbe(Construct scope, string id, ProbePlan plan, AzureNetwork network, AzureSecurityGroup? filter, string publicKey, ReplacementOrder order, AzureResourceScope place) : base(scope, id)
    {
        var address = plan.PublicIp is null ? null : new PublicIp(this, "address", new PublicIpConfig
        {
            Provider = place.Provider,
            Name = plan.PublicIp,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            AllocationMethod = "Static",
            Sku = "Standard",
            Tags = place.Tags,
        });
        var card = new AzurermNetworkInterfaceResource(this, "network", new AzurermNetworkInterfaceResourceConfig
        {
            Provider = place.Provider,
            Name = plan.Name,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            IpConfiguration = new[]
            {
                new AzurermNetworkInterfaceResourceIpConfiguration
                {
                    Name = "ip",
                    SubnetId = network.SubnetId(plan.Subnet),
                    PrivateIpAddressAllocation = plan.Address is null ? "Dynamic" : "Static",
                    PrivateIpAddress = plan.Address?.ToString(),
                    PublicIpAddressId = address?.Id,
                },
            },
            Tags = place.Tags,
            DependsOn = [order.Dependable],
            // Azure takes neither a subnet nor an address from what uses it.
            Lifecycle = ReplacementOrder.ReplacedBy([order.Of(plan.Key), .. network.NewSubnetId(plan.Subnet)]),
        });
        var filtered = filter is null ? null : new NetworkInterfaceSecurityGroupAssociation(this, "filter", new NetworkInterfaceSecurityGroupAssociationConfig
        {
            Provider = place.Provider,
            NetworkInterfaceId = card.Id,
            NetworkSecurityGroupId = filter.Id,
        });
        var machine = new LinuxVirtualMachine(this, "Resource", Config(plan, card, publicKey, filtered, place));
        Machine = new ProbeMachine(plan.Key, plan.Address?.ToString() ?? card.PrivateIpAddress, address?.IpAddress)
        {
            RunCommandId = address is null ? machine.Id : null,
        };
    }

    public ProbeMachine Machine { get; }

    private static LinuxVirtualMachineConfig Config(ProbePlan plan, AzurermNetworkInterfaceResource card, string publicKey, ITerraformDependable? filtered, AzureResourceScope place) => new()
    {
        Provider = place.Provider,
        Name = plan.Name,
        ResourceGroupName = place.ResourceGroup,
        Location = place.Location,
        Size = plan.Size,
        NetworkInterfaceIds = [card.Id],
        AdminUsername = ProbeSoftware.User,
        AdminSshKey = new[] { new LinuxVirtualMachineAdminSshKey { Username = ProbeSoftware.User, PublicKey = publicKey } },
        DisablePasswordAuthentication = true,
        CustomData = Convert.ToBase64String(Encoding.UTF8.GetBytes(ProbeSoftware.CloudInit)),
        SourceImageReference = AzureUbuntuImage.For(plan.Size),
        // Azure encrypts every disk with a key of its own. Encryption at the host would have to be registered in the
        // subscription first (learn.microsoft.com/azure/virtual-machines/disk-encryption).
        OsDisk = new LinuxVirtualMachineOsDisk { Caching = "ReadWrite", StorageAccountType = "StandardSSD_LRS" },
        Tags = place.Tags,
        // Never up without its filter.
        DependsOn = filtered is null ? null : [filtered],
        Lifecycle = ReplacementOrder.ReplacedBy($"{ReplacementOrder.AddressOf(card)}.id"),
    };
}
