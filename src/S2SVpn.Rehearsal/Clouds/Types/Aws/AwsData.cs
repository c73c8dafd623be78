using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Refusals;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>What AWS knows without anybody having made it.</summary>
internal static class AwsData
{
    public static IEnumerable<CloudData> All { get; } =
    [
        new("aws_availability_zones")
        {
            Answer = (context, zones) =>
            {
                var region = AwsCloud.Region(context.Settings, zones);
                string[] letters = ["a", "b", "c"];
                return zones
                    .SetIfUnknown("id", region)
                    .SetIfUnknown("names", Value.Texts(letters.Select(letter => region + letter)))
                    .SetIfUnknown("zone_ids", Value.Texts(letters.Select((_, index) => $"{region}-az{index + 1}")))
                    .SetIfUnknown("group_names", Value.Texts(region));
            },
        },
        new("aws_caller_identity")
        {
            Answer = (_, identity) => identity
                .SetIfUnknown("id", AwsCloud.Account)
                .SetIfUnknown("account_id", AwsCloud.Account)
                .SetIfUnknown("user_id", "SIMULATED")
                .SetIfUnknown("arn", $"arn:aws:iam::{AwsCloud.Account}:user/simulated"),
        },
        new("aws_ec2_transit_gateway")
        {
            // The defaults of a new one.
            Answer = (context, gateway) => gateway
                .SetIfUnknown("default_route_table_association", "enable")
                .SetIfUnknown("default_route_table_propagation", "enable")
                .SetIfUnknown("vpn_ecmp_support", "enable")
                .SetIfUnknown("association_default_route_table_id", AwsCloud.Id(context, "tgw-rtb")),
        },
        new("aws_ec2_transit_gateway_vpn_attachment")
        {
            // AWS makes it with the connection, and the provider finds it by both ends.
            Answer = (context, attachment) =>
            {
                var (connection, gateway) = (attachment.Text("vpn_connection_id"), attachment.Text("transit_gateway_id"));
                var found = context.Find("aws_vpn_connection", connection);
                return found is not null && found.Text("transit_gateway_id") == gateway && found.Text("transit_gateway_attachment_id") is { } id
                    ? attachment.With("id", id)
                    : throw new CloudRefusedException(null, $"no matching EC2 Transit Gateway VPN Attachment found: {connection} is not on {gateway}.");
            },
        },
        new("aws_secretsmanager_secret_version")
        {
            Answer = (context, secret) => secret
                .SetIfUnknown("id", $"{secret.Text("secret_id")}|AWSCURRENT")
                .SetIfUnknown("secret_string", $"simulated.{context.Hash(22, "key")}"),
        },
        new("aws_region")
        {
            Answer = (context, region) => region
                .SetIfUnknown("id", AwsCloud.Region(context.Settings, region))
                .SetIfUnknown("name", AwsCloud.Region(context.Settings, region))
                .SetIfUnknown("region", AwsCloud.Region(context.Settings, region)),
        },
        new("aws_ami")
        {
            Answer = (context, image) => image
                .SetIfUnknown("id", SimulatedImages.Id(context, SimulatedImages.Named(image)))
                .SetIfUnknown("image_id", SimulatedImages.Id(context, SimulatedImages.Named(image)))
                .SetIfUnknown("architecture", SimulatedImages.Named(image) is SimulatedImages.Arm ? SimulatedImages.Arm : SimulatedImages.Intel)
                .SetIfUnknown("root_device_name", "/dev/xvda"),
        },
        new("aws_ssm_parameter")
        {
            // The parameters that people read here are those with the newest image's id.
            Answer = (context, parameter) => parameter
                .SetIfUnknown("id", parameter["name"])
                .SetIfUnknown("value", SimulatedImages.Id(context, SimulatedImages.Named(parameter)))
                .SetIfUnknown("insecure_value", SimulatedImages.Id(context, SimulatedImages.Named(parameter)))
                .SetIfUnknown("type", "String"),
        },
    ];
}
