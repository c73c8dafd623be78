using System.Globalization;
using System.Net;
using System.Text.Json;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>
/// What AWS would say to a question of its provider. What is asked for by its id is taken to exist as it is asked for, as in
/// the simulated clouds; any other question, and every change, is refused.
/// </summary>
internal sealed record AwsAnswer(bool IsGood, string ContentType, string Body)
{
    private static readonly string[] Current = ["AWSCURRENT"];

    private const string Account = "000000000000";

    // docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    private const string Identity = $"""
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::{Account}:user/offline</Arn><UserId>OFFLINE</UserId><Account>{Account}</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """;

    private const string Refusal = "This is a run against simulated clouds: the real AWS provider has no AWS here.";

    private static readonly AwsAnswer Refused = new(
        false, "text/xml", $"<Response><Errors><Error><Code>UnsupportedOperation</Code><Message>{Refusal}</Message></Error></Errors></Response>");

    /// <param name="target">The operation of a service that speaks JSON; null for one that speaks in forms.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="attachments">The attachments of VPN connections to transit gateways, by connection and gateway.</param>
    public static AwsAnswer To(string? target, string body, IReadOnlyDictionary<(string Connection, string Gateway), string> attachments) => target is null ? ToForm(Form(body), attachments) : target switch
    {
        "AmazonSSM.GetParameter" => Json(new
        {
            Parameter = new { Name = Text(body, "Name"), Type = "String", Value = "ami-00000000000000000", Version = 1, ARN = $"arn:aws:ssm:::parameter{Text(body, "Name")}" },
        }),
        "secretsmanager.GetSecretValue" => Json(new { ARN = $"arn:aws:secretsmanager:::secret:{Text(body, "SecretId")}", Name = Text(body, "SecretId"), SecretString = SimulatedKey.Of(Text(body, "SecretId")!), VersionId = "1", VersionStages = Current, CreatedDate = 1_700_000_000 }),
        _ => new AwsAnswer(false, "application/x-amz-json-1.1", JsonSerializer.Serialize(new { __type = "UnsupportedOperation", message = Refusal })),
    };

    private static AwsAnswer ToForm(Dictionary<string, string> form, IReadOnlyDictionary<(string Connection, string Gateway), string> attachments) => form.GetValueOrDefault("Action") switch
    {
        "GetCallerIdentity" => new AwsAnswer(true, "text/xml", Identity),
        "DescribeVpcs" => Ec2("DescribeVpcs", "vpcSet", $"<vpcId>{form["VpcId.1"]}</vpcId><state>available</state><ownerId>{Account}</ownerId>"),
        "DescribeVpcAttribute" => Ec2("DescribeVpcAttribute", null, $"<vpcId>{form["VpcId"]}</vpcId><{form["Attribute"]}><value>true</value></{form["Attribute"]}>"),
        "DescribeRouteTables" => Ec2("DescribeRouteTables", "routeTableSet", $"<routeTableId>rtb-00000000000000000</routeTableId><ownerId>{Account}</ownerId>"),
        "DescribeVpnGateways" => Ec2("DescribeVpnGateways", "vpnGatewaySet",
            $"<vpnGatewayId>{form["VpnGatewayId.1"]}</vpnGatewayId><state>available</state><amazonSideAsn>{Filter(form, "amazon-side-asn") ?? "64512"}</amazonSideAsn>"),
        "DescribeTransitGateways" => Ec2("DescribeTransitGateways", "transitGatewaySet",
            $"""
            <transitGatewayId>{form["TransitGatewayIds.1"]}</transitGatewayId><state>available</state><ownerId>{Account}</ownerId>
            <options><amazonSideAsn>{Filter(form, "options.amazon-side-asn") ?? "64512"}</amazonSideAsn><associationDefaultRouteTableId>tgw-rtb-00000000000000000</associationDefaultRouteTableId>
            <defaultRouteTableAssociation>enable</defaultRouteTableAssociation><defaultRouteTablePropagation>enable</defaultRouteTablePropagation><vpnEcmpSupport>enable</vpnEcmpSupport></options>
            """),
        "DescribeTransitGatewayAttachments" when (Filter(form, "resource-id"), Filter(form, "transit-gateway-id")) is ({ } connection, { } gateway) && attachments.TryGetValue((connection, gateway), out var attachment) =>
            Ec2("DescribeTransitGatewayAttachments", "transitGatewayAttachments",
                $"<transitGatewayAttachmentId>{attachment}</transitGatewayAttachmentId><transitGatewayId>{gateway}</transitGatewayId><resourceType>vpn</resourceType><resourceId>{connection}</resourceId><state>available</state>"),
        _ => Refused,
    };

    private static AwsAnswer Ec2(string action, string? set, string item)
    {
        var content = set is null ? item : $"<{set}><item>{item}</item></{set}>";
        return new AwsAnswer(true, "text/xml", $"""<{action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">{content}</{action}Response>""");
    }

    private static AwsAnswer Json(object answer) => new(true, "application/x-amz-json-1.1", JsonSerializer.Serialize(answer));

    // Filter.1.Name=…&Filter.1.Value.1=…
    private static string? Filter(Dictionary<string, string> form, string name)
    {
        var number = Enumerable.Range(1, form.Count).Select(index => index.ToString(CultureInfo.InvariantCulture))
            .FirstOrDefault(index => form.GetValueOrDefault($"Filter.{index}.Name") == name);
        return number is null ? null : form.GetValueOrDefault($"Filter.{number}.Value.1");
    }

    private static Dictionary<string, string> Form(string body) => body.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair.ElementAtOrDefault(1) ?? ""), StringComparer.Ordinal);

    private static string? Text(string json, string name) => JsonDocument.Parse(json).RootElement.GetProperty(name).GetString();
}
