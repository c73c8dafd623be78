using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>What AWS knows without anybody having made it.</summary>
internal static class AwsData
{
    public static IEnumerable<CloudData> All { get; } =
    [
        new("aws_availability_zones")
        {
            Answer = (making, zones) =>
            {
                var region = AwsCloud.Region(making.Settings, zones);
                string[] letters = ["a", "b", "c"];
                return zones
                    .Settle("id", region)
                    .Settle("names", Value.Texts(letters.Select(letter => region + letter)))
                    .Settle("zone_ids", Value.Texts(letters.Select((_, index) => $"{region}-az{index + 1}")))
                    .Settle("group_names", Value.Texts(region));
            },
        },
        new("aws_caller_identity")
        {
            Answer = (_, identity) => identity
                .Settle("id", AwsCloud.Account)
                .Settle("account_id", AwsCloud.Account)
                .Settle("user_id", "SIMULATED")
                .Settle("arn", $"arn:aws:iam::{AwsCloud.Account}:user/simulated"),
        },
        new("aws_ec2_transit_gateway")
        {
            // As one is made where nobody asks for anything else.
            Answer = (making, gateway) => gateway
                .Settle("default_route_table_association", "enable")
                .Settle("default_route_table_propagation", "enable")
                .Settle("vpn_ecmp_support", "enable")
                .Settle("association_default_route_table_id", AwsCloud.Id(making, "tgw-rtb")),
        },
        new("aws_ec2_transit_gateway_vpn_attachment")
        {
            // AWS makes it with the connection, and the provider finds it by both ends.
            Answer = (making, attachment) =>
            {
                var (connection, gateway) = (attachment.Text("vpn_connection_id"), attachment.Text("transit_gateway_id"));
                var found = making.Find("aws_vpn_connection", connection);
                return found is not null && found.Text("transit_gateway_id") == gateway && found.Text("transit_gateway_attachment_id") is { } id
                    ? attachment.With("id", id)
                    : throw new CloudRefusedException(null, $"no matching EC2 Transit Gateway VPN Attachment found: {connection} is not on {gateway}.");
            },
        },
        new("aws_secretsmanager_secret_version")
        {
            Answer = (making, secret) => secret
                .Settle("id", $"{secret.Text("secret_id")}|AWSCURRENT")
                .Settle("secret_string", $"simulated.{making.Hash(22, "key")}"),
        },
        new("aws_region")
        {
            Answer = (making, region) => region
                .Settle("id", AwsCloud.Region(making.Settings, region))
                .Settle("name", AwsCloud.Region(making.Settings, region))
                .Settle("region", AwsCloud.Region(making.Settings, region)),
        },
        new("aws_ami")
        {
            Answer = (making, image) => image
                .Settle("id", AwsCloud.Id(making, "ami"))
                .Settle("image_id", AwsCloud.Id(making, "ami"))
                .Settle("architecture", "x86_64")
                .Settle("root_device_name", "/dev/xvda"),
        },
        new("aws_ssm_parameter")
        {
            // The parameters that people read here are those with the newest image's id.
            Answer = (making, parameter) => parameter
                .Settle("id", parameter["name"])
                .Settle("value", AwsCloud.Id(making, "ami"))
                .Settle("insecure_value", AwsCloud.Id(making, "ami"))
                .Settle("type", "String"),
        },
    ];
}
