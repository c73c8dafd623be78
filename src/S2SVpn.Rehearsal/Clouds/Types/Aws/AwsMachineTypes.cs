using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Refusals;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>Machines. What a change replaces is as in github.com/hashicorp/terraform-provider-aws, internal/service/ec2.</summary>
internal static class AwsMachineTypes
{
    private static readonly string[] UserData = ["user_data", "user_data_base64"];

    public static IEnumerable<CloudType> All { get; } =
    [
        new("aws_instance")
        {
            Version = 2,
            ForceNew =
            [
                "ami", "associate_public_ip_address", "availability_zone", "hibernation", "host_id", "ipv6_address_count", "key_name", "placement_group",
                "primary_network_interface.network_interface_id", "private_ip", "subnet_id", "tenancy",
            ],
            Defaults = new Dictionary<string, Value>
            {
                ["force_destroy"] = false,
                ["get_password_data"] = false,
                ["metadata_options.http_protocol_ipv6"] = "disabled",
                ["root_block_device.delete_on_termination"] = true,
                ["source_dest_check"] = true,
                ["user_data_replace_on_change"] = false,
            },
            ForceNewIf = (prior, planned) => planned.Flag("user_data_replace_on_change") ? UserData.Where(name => prior[name] != planned[name]) : [],
            Id = context => AwsCloud.Id(context, "i"),
            Make = Instance,
        },
        new("aws_network_interface")
        {
            // Its first address is its own for good; of others it may have any (internal/service/ec2/vpc_network_interface.go).
            ForceNew = ["interface_type", "private_ips", "subnet_id"],
            ComputedBlocks = ["attachment"],
            Defaults = new Dictionary<string, Value>
            {
                ["ipv6_address_list_enabled"] = false,
                ["private_ip_list_enabled"] = false,
                ["source_dest_check"] = true,
            },
            Id = making => AwsCloud.Id(making, "eni"),
            Make = Interface,
        },
        new("aws_eip")
        {
            ForceNew = ["address", "customer_owned_ipv4_pool", "domain", "network_border_group", "public_ipv4_pool"],
            // What it is given to later it plans as it was, and reads after the change.
            Differs = true,
            Id = context => AwsCloud.Id(context, "eipalloc"),
            Make = (context, address) => address
                .SetIfUnknown("domain", "vpc")
                .SetIfUnknown("allocation_id", context.Id)
                .With("association_id", Association(context, address))
                .SetIfUnknown("arn", $"arn:aws:ec2:{AwsCloud.Region(context.Settings, address)}:{AwsCloud.Account}:elastic-ip/{context.Id}")
                .With("private_ip", context.Find("aws_instance", address.Text("instance"))?["private_ip"] ?? context.Find("aws_network_interface", address.Text("network_interface"))?["private_ip"] ?? "")
                .SetIfUnknown("network_interface", context.Find("aws_instance", address.Text("instance"))?["primary_network_interface_id"] ?? "")
                .SetIfUnknown("instance", context.Store.OfType("aws_instance").FirstOrDefault(machine => machine.Values.Text("primary_network_interface_id") == address.Text("network_interface"))?.Id ?? "")
                .SetIfUnknown("private_dns", "")
                .SetIfUnknown("carrier_ip", "")
                .SetIfUnknown("customer_owned_ip", ""),
        },
        new("aws_key_pair")
        {
            Version = 1,
            ForceNew = ["key_name", "key_name_prefix", "public_key"],
            // The provider takes the line's end away, which keys have that are made by Terraform.
            Plan = pair => pair.Text("public_key") is { } key ? pair.With("public_key", key.Trim()) : pair,
            Differs = true,
            Id = context => context.Planned.Text("key_name") ?? $"terraform-{context.Hash(26)}",
            Make = (context, pair) => pair
                .SetIfUnknown("key_name", context.Id)
                .SetIfUnknown("key_name_prefix", Value.Null)
                .SetIfUnknown("key_pair_id", AwsCloud.Id(context, "key"))
                .SetIfUnknown("key_type", pair.Text("public_key")?.StartsWith("ssh-ed25519", StringComparison.Ordinal) == true ? "ed25519" : "rsa")
                .SetIfUnknown("arn", $"arn:aws:ec2:{AwsCloud.Region(context.Settings, pair)}:{AwsCloud.Account}:key-pair/{context.Id}"),
        },
        new("aws_ec2_instance_connect_endpoint")
        {
            ForceNew = ["preserve_client_ip", "security_group_ids", "subnet_id"],
            Id = context => AwsCloud.Id(context, "eice"),
            Make = ConnectEndpoint,
        },
    ];

    private static Attributes ConnectEndpoint(CreateContext context, Attributes endpoint)
    {
        var subnet = context.Find("aws_subnet", endpoint.Text("subnet_id"));
        var region = AwsCloud.Region(context.Settings, endpoint);
        return endpoint
            .SetIfUnknown("vpc_id", subnet?["vpc_id"] ?? "")
            .SetIfUnknown("availability_zone", subnet?["availability_zone"] ?? $"{region}a")
            .SetIfUnknown("preserve_client_ip", true)
            .SetIfUnknown("dns_name", $"{context.Id}.{context.Hash(8)}.ec2-instance-connect-endpoint.{region}.amazonaws.com")
            .SetIfUnknown("fips_dns_name", "")
            .SetIfUnknown("arn", $"arn:aws:ec2:{region}:{AwsCloud.Account}:instance-connect-endpoint/{context.Id}");
    }

    private static Attributes Interface(CreateContext context, Attributes card)
    {
        var subnet = context.Find("aws_subnet", card.Text("subnet_id"));
        var address = card.Texts("private_ips").FirstOrDefault()
            ?? Networks.Of(subnet, "cidr_block").Select(cidr => Free(context, card.Text("subnet_id"), cidr)).FirstOrDefault() ?? "";
        return card
            .SetIfUnknown("private_ip", address)
            .SetIfUnknown("private_ips", Value.Texts(address))
            .SetIfUnknown("private_ip_list", Value.Texts(address))
            .SetIfUnknown("private_ips_count", 0)
            .SetIfUnknown("interface_type", "interface")
            .SetIfUnknown("private_dns_name", "")
            .SetIfUnknown("outpost_arn", "")
            .SetIfUnknown("attachment", ListValue.Empty);
    }

    private static Attributes Instance(CreateContext context, Attributes instance)
    {
        // One that is given its first network interface stands where that does.
        if (context.Find("aws_network_interface", instance.Block("primary_network_interface")?.Text("network_interface_id")) is { } card)
        {
            instance = instance
                .SetIfUnknown("subnet_id", card["subnet_id"])
                .SetIfUnknown("private_ip", card["private_ip"])
                .SetIfUnknown("vpc_security_group_ids", card["security_groups"])
                .SetIfUnknown("primary_network_interface_id", instance.Block("primary_network_interface")!["network_interface_id"]);
        }

        var subnet = context.Find("aws_subnet", instance.Text("subnet_id"));
        return instance
            .SetIfUnknown("instance_state", "running")
            .SetIfUnknown("availability_zone", subnet?["availability_zone"] ?? $"{AwsCloud.Region(context.Settings, instance)}a")
            .SetIfUnknown("private_ip", Networks.Of(subnet, "cidr_block").Select(cidr => (Value)Free(context, instance.Text("subnet_id"), cidr)).FirstOrDefault() ?? "")
            // One without an address that is asked for: subnets here give none by themselves.
            .SetIfUnknown("public_ip", "")
            .SetIfUnknown("public_dns", "")
            .SetIfUnknown("associate_public_ip_address", false)
            .SetIfUnknown("tenancy", "default")
            .SetIfUnknown("password_data", "")
            .SetIfUnknown("instance_lifecycle", "")
            .SetIfUnknown("outpost_arn", "")
            .SetIfUnknown("primary_network_interface_id", AwsCloud.Id(context, "eni"));
    }

    private static Value Association(CreateContext context, Attributes address)
    {
        var (target, before) = (Target(address), context.Find(context.Type, context.Id));
        return target is null ? ""
            : before is not null && Target(before) == target ? before["association_id"]
            : AwsCloud.Id(context, "eipassoc");
    }

    private static string? Target(Attributes address) =>
        new[] { address.Text("instance"), address.Text("network_interface") }.FirstOrDefault(id => !string.IsNullOrEmpty(id));

    private static string Free(CreateContext context, string? subnet, Cidr cidr)
    {
        var taken = context.Store.OfType("aws_instance").Concat(context.Store.OfType("aws_network_interface")).Where(other => other.Values.Text("subnet_id") == subnet).Select(other => other.Values.Text("private_ip")).ToHashSet();
        return MachineAddresses.Free(cidr).Select(address => address.ToString()).First(address => !taken.Contains(address));
    }
}
