using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Refusals;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>Machines. What a change replaces is as in github.com/hashicorp/terraform-provider-azurerm, internal/services/network and compute.</summary>
internal static class AzureMachineTypes
{
    public static IEnumerable<CloudType> All { get; } =
    [
        new("azurerm_network_interface")
        {
            ForceNew = ["name", "resource_group_name", "location", "edge_zone"],
            Defaults = new Dictionary<string, Value>
            {
                ["accelerated_networking_enabled"] = false,
                ["ip_configuration.private_ip_address_version"] = "IPv4",
                ["ip_forwarding_enabled"] = false,
            },
            Make = NetworkInterface,
        },
        // Only Terraform knows it as a thing of its own; to Azure it is the network interface.
        new("azurerm_network_interface_security_group_association")
        {
            ForceNew = ["network_interface_id", "network_security_group_id"],
            Id = context => $"{context.Planned.Text("network_interface_id")}|{context.Planned.Text("network_security_group_id")}",
        },
        new("azurerm_linux_virtual_machine")
        {
            Sensitive = ["admin_password", "custom_data"],
            ForceNew =
            [
                "name", "resource_group_name", "location", "edge_zone", "admin_password", "admin_ssh_key", "admin_username", "availability_set_id", "computer_name",
                "custom_data", "disable_password_authentication", "eviction_policy", "os_disk.diff_disk_settings",
                "os_disk.name", "os_disk.security_encryption_type", "os_disk.storage_account_type", "os_managed_disk_id", "plan", "platform_fault_domain", "priority",
                "provision_vm_agent", "secure_boot_enabled", "source_image_id", "source_image_reference", "vtpm_enabled", "zone",
            ],
            Defaults = new Dictionary<string, Value>
            {
                ["bypass_platform_safety_checks_on_user_schedule_enabled"] = false,
                ["extensions_time_budget"] = "PT1H30M",
                ["max_bid_price"] = -1,
                ["os_disk.write_accelerator_enabled"] = false,
                ["platform_fault_domain"] = -1,
                ["priority"] = "Regular",
            },
            Make = VirtualMachine,
        },
    ];

    private static Attributes NetworkInterface(CreateContext context, Attributes card)
    {
        Attributes[] configurations = [.. card.Blocks("ip_configuration").Select(one => one
            .SetIfUnknown("private_ip_address", Free(context, one.Text("subnet_id")))
            .SetIfUnknown("primary", true))];
        var addresses = configurations.Select(one => one.Text("private_ip_address")).OfType<string>().ToArray();
        return card
            .With("ip_configuration", new ListValue([.. configurations]))
            .SetIfUnknown("private_ip_address", addresses.FirstOrDefault() ?? "")
            .SetIfUnknown("private_ip_addresses", Value.Texts(addresses))
            .SetIfUnknown("applied_dns_servers", ListValue.Empty)
            .SetIfUnknown("mac_address", "")
            .SetIfUnknown("virtual_machine_id", "");
    }

    private static Value Free(CreateContext context, string? subnet)
    {
        var taken = context.Store.OfType("azurerm_network_interface").SelectMany(other => other.Values.AllTexts()).ToHashSet();
        return Networks.Of(context.Find("azurerm_subnet", subnet), "address_prefixes")
            .SelectMany(MachineAddresses.Free)
            .Select(address => address.ToString())
            .FirstOrDefault(address => !taken.Contains(address)) ?? "";
    }

    private static Attributes VirtualMachine(CreateContext context, Attributes machine)
    {
        Attributes[] cards = [.. machine.Texts("network_interface_ids").Select(id => context.Find("azurerm_network_interface", id)).OfType<Attributes>()];
        var (inside, outside) = (
            cards.Select(card => card.Text("private_ip_address")).OfType<string>().ToArray(),
            cards.SelectMany(card => card.Blocks("ip_configuration")).Select(one => context.Find("azurerm_public_ip", one.Text("public_ip_address_id"))?.Text("ip_address")).OfType<string>().ToArray());
        return machine
            .SetIfUnknown("computer_name", machine["name"])
            .SetIfUnknown("disable_password_authentication", true)
            .SetIfUnknown("provision_vm_agent", true)
            .SetIfUnknown("allow_extension_operations", true)
            .SetIfUnknown("patch_mode", "ImageDefault")
            .SetIfUnknown("patch_assessment_mode", "ImageDefault")
            .SetIfUnknown("private_ip_address", inside.FirstOrDefault() ?? "")
            .SetIfUnknown("private_ip_addresses", Value.Texts(inside))
            .SetIfUnknown("public_ip_address", outside.FirstOrDefault() ?? "")
            .SetIfUnknown("public_ip_addresses", Value.Texts(outside))
            .SetIfUnknown("virtual_machine_id", Guid.Parse(context.Hash(32, "vm")).ToString());
    }
}
