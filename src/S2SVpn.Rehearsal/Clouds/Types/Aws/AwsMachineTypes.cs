using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Engine;
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
            Id = making => AwsCloud.Id(making, "i"),
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
            Id = making => AwsCloud.Id(making, "eipalloc"),
            Make = (making, address) => address
                .Settle("domain", "vpc")
                .Settle("allocation_id", making.Id)
                .With("association_id", Association(making, address))
                .Settle("arn", $"arn:aws:ec2:{AwsCloud.Region(making.Settings, address)}:{AwsCloud.Account}:elastic-ip/{making.Id}")
                .With("private_ip", making.Find("aws_instance", address.Text("instance"))?["private_ip"] ?? making.Find("aws_network_interface", address.Text("network_interface"))?["private_ip"] ?? "")
                .Settle("network_interface", making.Find("aws_instance", address.Text("instance"))?["primary_network_interface_id"] ?? "")
                .Settle("instance", making.Store.OfType("aws_instance").FirstOrDefault(machine => machine.Values.Text("primary_network_interface_id") == address.Text("network_interface"))?.Id ?? "")
                .Settle("private_dns", "")
                .Settle("carrier_ip", "")
                .Settle("customer_owned_ip", ""),
        },
        new("aws_key_pair")
        {
            Version = 1,
            ForceNew = ["key_name", "key_name_prefix", "public_key"],
            // The provider takes the line's end away, which keys have that are made by Terraform.
            Plan = pair => pair.Text("public_key") is { } key ? pair.With("public_key", key.Trim()) : pair,
            Differs = true,
            Id = making => making.Planned.Text("key_name") ?? $"terraform-{making.Hash(26)}",
            Make = (making, pair) => pair
                .Settle("key_name", making.Id)
                .Settle("key_name_prefix", Value.Null)
                .Settle("key_pair_id", AwsCloud.Id(making, "key"))
                .Settle("key_type", pair.Text("public_key")?.StartsWith("ssh-ed25519", StringComparison.Ordinal) == true ? "ed25519" : "rsa")
                .Settle("arn", $"arn:aws:ec2:{AwsCloud.Region(making.Settings, pair)}:{AwsCloud.Account}:key-pair/{making.Id}"),
        },
        new("aws_ec2_instance_connect_endpoint")
        {
            ForceNew = ["preserve_client_ip", "security_group_ids", "subnet_id"],
            Id = making => AwsCloud.Id(making, "eice"),
            Make = ConnectEndpoint,
        },
    ];

    private static Attributes ConnectEndpoint(Making making, Attributes endpoint)
    {
        var subnet = making.Find("aws_subnet", endpoint.Text("subnet_id"));
        var region = AwsCloud.Region(making.Settings, endpoint);
        return endpoint
            .Settle("vpc_id", subnet?["vpc_id"] ?? "")
            .Settle("availability_zone", subnet?["availability_zone"] ?? $"{region}a")
            .Settle("preserve_client_ip", true)
            .Settle("dns_name", $"{making.Id}.{making.Hash(8)}.ec2-instance-connect-endpoint.{region}.amazonaws.com")
            .Settle("fips_dns_name", "")
            .Settle("arn", $"arn:aws:ec2:{region}:{AwsCloud.Account}:instance-connect-endpoint/{making.Id}");
    }

    private static Attributes Interface(Making making, Attributes card)
    {
        var subnet = making.Find("aws_subnet", card.Text("subnet_id"));
        var address = card.Texts("private_ips").FirstOrDefault()
            ?? Networks.Of(subnet, "cidr_block").Select(cidr => Free(making, card.Text("subnet_id"), cidr)).FirstOrDefault() ?? "";
        return card
            .Settle("private_ip", address)
            .Settle("private_ips", Value.Texts(address))
            .Settle("private_ip_list", Value.Texts(address))
            .Settle("private_ips_count", 0)
            .Settle("interface_type", "interface")
            .Settle("private_dns_name", "")
            .Settle("outpost_arn", "")
            .Settle("attachment", ListValue.Empty);
    }

    private static Attributes Instance(Making making, Attributes instance)
    {
        // One that is given its first network interface stands where that does.
        if (making.Find("aws_network_interface", instance.Block("primary_network_interface")?.Text("network_interface_id")) is { } card)
        {
            instance = instance
                .Settle("subnet_id", card["subnet_id"])
                .Settle("private_ip", card["private_ip"])
                .Settle("vpc_security_group_ids", card["security_groups"])
                .Settle("primary_network_interface_id", instance.Block("primary_network_interface")!["network_interface_id"]);
        }

        var subnet = making.Find("aws_subnet", instance.Text("subnet_id"));
        return instance
            .Settle("instance_state", "running")
            .Settle("availability_zone", subnet?["availability_zone"] ?? $"{AwsCloud.Region(making.Settings, instance)}a")
            .Settle("private_ip", Networks.Of(subnet, "cidr_block").Select(cidr => (Value)Free(making, instance.Text("subnet_id"), cidr)).FirstOrDefault() ?? "")
            // One without an address that is asked for: subnets here give none by themselves.
            .Settle("public_ip", "")
            .Settle("public_dns", "")
            .Settle("associate_public_ip_address", false)
            .Settle("tenancy", "default")
            .Settle("password_data", "")
            .Settle("instance_lifecycle", "")
            .Settle("outpost_arn", "")
            .Settle("primary_network_interface_id", AwsCloud.Id(making, "eni"));
    }

    private static Value Association(Making making, Attributes address)
    {
        var (target, before) = (Target(address), making.Find(making.Type, making.Id));
        return target is null ? ""
            : before is not null && Target(before) == target ? before["association_id"]
            : AwsCloud.Id(making, "eipassoc");
    }

    private static string? Target(Attributes address) =>
        new[] { address.Text("instance"), address.Text("network_interface") }.FirstOrDefault(id => !string.IsNullOrEmpty(id));

    private static string Free(Making making, string? subnet, Cidr cidr)
    {
        var taken = making.Store.OfType("aws_instance").Concat(making.Store.OfType("aws_network_interface")).Where(other => other.Values.Text("subnet_id") == subnet).Select(other => other.Values.Text("private_ip")).ToHashSet();
        return MachineAddresses.Free(cidr).Select(address => address.ToString()).First(address => !taken.Contains(address));
    }
}
