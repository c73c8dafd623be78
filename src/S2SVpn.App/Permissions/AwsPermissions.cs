namespace S2SVpn.App.Permissions;

/// <summary>The IAM actions of each AWS type. An action is named like the call that the provider makes.</summary>
internal static class AwsPermissions
{
    private const string Provider = "hashicorp/terraform-provider-aws internal/service/";

    public static IReadOnlyList<TypePermissions> All { get; } =
    [
        Ec2("aws_vpc", "vpc_.go", "DescribeVpcs DescribeVpcAttribute DescribeSecurityGroups DescribeNetworkAcls DescribeRouteTables", "CreateVpc DeleteVpc ModifyVpcAttribute"),
        Ec2("aws_vpc_ipv4_cidr_block_association", "vpc_ipv4_cidr_block_association.go", "DescribeVpcs", "AssociateVpcCidrBlock DisassociateVpcCidrBlock"),
        Ec2("aws_subnet", "vpc_subnet.go", "DescribeSubnets", "CreateSubnet DeleteSubnet ModifySubnetAttribute DescribeNetworkInterfaces"),
        Ec2("aws_internet_gateway", "vpc_internet_gateway.go", "DescribeInternetGateways", "CreateInternetGateway DeleteInternetGateway AttachInternetGateway DetachInternetGateway"),
        Ec2("aws_route", "vpc_route.go", "DescribeRouteTables", "CreateRoute DeleteRoute ReplaceRoute"),
        Ec2("aws_route_table", "vpc_route_table.go", "DescribeRouteTables", "CreateRouteTable DeleteRouteTable"),
        Ec2("aws_route_table_association", "vpc_route_table_association.go", "DescribeRouteTables", "AssociateRouteTable DisassociateRouteTable ReplaceRouteTableAssociation"),
        Ec2("aws_security_group", "vpc_security_group.go", "DescribeSecurityGroups DescribeSecurityGroupRules DescribeNetworkInterfaces", "CreateSecurityGroup DeleteSecurityGroup RevokeSecurityGroupEgress RevokeSecurityGroupIngress"),
        Ec2("aws_vpc_security_group_ingress_rule", "vpc_security_group_ingress_rule.go", "DescribeSecurityGroupRules", "AuthorizeSecurityGroupIngress RevokeSecurityGroupIngress ModifySecurityGroupRules"),
        Ec2("aws_vpc_security_group_egress_rule", "vpc_security_group_egress_rule.go", "DescribeSecurityGroupRules", "AuthorizeSecurityGroupEgress RevokeSecurityGroupEgress ModifySecurityGroupRules"),
        Ec2("aws_customer_gateway", "vpnsite_customer_gateway.go", "DescribeCustomerGateways", "CreateCustomerGateway DeleteCustomerGateway"),
        Ec2("aws_vpn_connection", "vpnsite_connection.go", "DescribeVpnConnections DescribeTransitGatewayAttachments", "CreateVpnConnection DeleteVpnConnection ModifyVpnConnection ModifyVpnConnectionOptions ModifyVpnTunnelOptions"),
        Ec2("aws_vpn_connection_route", "vpnsite_connection_route.go", "DescribeVpnConnections", "CreateVpnConnectionRoute DeleteVpnConnectionRoute"),
        Ec2("aws_vpn_gateway", "vpnsite_gateway.go", "DescribeVpnGateways", "CreateVpnGateway DeleteVpnGateway AttachVpnGateway DetachVpnGateway"),
        Ec2("aws_vpn_gateway_attachment", "vpnsite_gateway_attachment.go", "DescribeVpnGateways", "AttachVpnGateway DetachVpnGateway"),
        Ec2("aws_vpn_gateway_route_propagation", "vpnsite_gateway_route_propagation.go", "DescribeRouteTables", "EnableVgwRoutePropagation DisableVgwRoutePropagation"),
        Ec2("aws_ec2_transit_gateway", "transitgateway_.go", "DescribeTransitGateways", "CreateTransitGateway DeleteTransitGateway ModifyTransitGateway"),
        Ec2("aws_ec2_transit_gateway_route", "transitgateway_route.go", "SearchTransitGatewayRoutes DescribeTransitGatewayRouteTables", "CreateTransitGatewayRoute DeleteTransitGatewayRoute"),
        Ec2("aws_ec2_transit_gateway_route_table_association", "transitgateway_route_table_association.go", "GetTransitGatewayRouteTableAssociations DescribeTransitGatewayAttachments", "AssociateTransitGatewayRouteTable DisassociateTransitGatewayRouteTable"),
        Ec2("aws_ec2_transit_gateway_route_table_propagation", "transitgateway_route_table_propagation.go", "GetTransitGatewayRouteTablePropagations DescribeTransitGatewayAttachments", "EnableTransitGatewayRouteTablePropagation DisableTransitGatewayRouteTablePropagation"),
        Ec2("aws_ec2_transit_gateway_vpc_attachment", "transitgateway_vpc_attachment.go", "DescribeTransitGatewayVpcAttachments DescribeTransitGateways GetTransitGatewayRouteTableAssociations GetTransitGatewayRouteTablePropagations", "CreateTransitGatewayVpcAttachment DeleteTransitGatewayVpcAttachment ModifyTransitGatewayVpcAttachment"),
        Ec2("aws_ec2_tag", "tag_gen.go", "DescribeTags", ""),
        Ec2("aws_ec2_instance_connect_endpoint", "ec2_instance_connect_endpoint.go", "DescribeInstanceConnectEndpoints", "CreateInstanceConnectEndpoint DeleteInstanceConnectEndpoint CreateNetworkInterface", "iam:CreateServiceLinkedRole"),
        Ec2("aws_eip", "ec2_eip.go", "DescribeAddresses DescribeAddressesAttribute", "AllocateAddress ReleaseAddress AssociateAddress DisassociateAddress"),
        Ec2("aws_instance", "ec2_instance.go", "DescribeInstances DescribeInstanceTypes DescribeInstanceAttribute DescribeInstanceCreditSpecifications DescribeVolumes DescribeVpcs DescribeSubnets DescribeImages", "RunInstances TerminateInstances StopInstances StartInstances ModifyInstanceAttribute ModifyInstanceMetadataOptions"),
        Ec2("aws_key_pair", "ec2_key_pair.go", "DescribeKeyPairs", "ImportKeyPair DeleteKeyPair"),
        Ec2("data.aws_vpc", "vpc_data_source.go", "DescribeVpcs DescribeVpcAttribute DescribeRouteTables", ""),
        Ec2("data.aws_vpn_gateway", "vpnsite_gateway_data_source.go", "DescribeVpnGateways", ""),
        Ec2("data.aws_ec2_transit_gateway", "transitgateway_data_source.go", "DescribeTransitGateways", ""),
        Ec2("data.aws_ec2_transit_gateway_vpn_attachment", "transitgateway_vpn_attachment_data_source.go", "DescribeTransitGatewayAttachments", ""),
        Ec2("aws_network_interface", "vpc_network_interface.go", "DescribeNetworkInterfaces", "CreateNetworkInterface DeleteNetworkInterface ModifyNetworkInterfaceAttribute AttachNetworkInterface DetachNetworkInterface"),
        Of("aws_iam_role", "iam/role.go", "iam:GetRole iam:ListRolePolicies iam:ListAttachedRolePolicies iam:ListInstanceProfilesForRole", "iam:CreateRole iam:DeleteRole iam:UpdateRole iam:UpdateAssumeRolePolicy iam:TagRole iam:UntagRole"),
        Of("aws_iam_role_policy", "iam/role_policy.go", "iam:GetRolePolicy", "iam:PutRolePolicy iam:DeleteRolePolicy"),
        Of("aws_iam_role_policy_attachment", "iam/role_policy_attachment.go", "iam:ListAttachedRolePolicies", "iam:AttachRolePolicy iam:DetachRolePolicy"),
        // Whoever starts a machine with a role passes that role on. The first alarm that restarts a machine makes a role of CloudWatch's own
        // (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-service-linked-roles.html).
        Of("aws_iam_instance_profile", "iam/instance_profile.go", "iam:GetInstanceProfile iam:GetRole", "iam:CreateInstanceProfile iam:DeleteInstanceProfile iam:AddRoleToInstanceProfile iam:RemoveRoleFromInstanceProfile iam:PassRole iam:CreateServiceLinkedRole iam:TagInstanceProfile iam:UntagInstanceProfile"),
        Of("data.aws_ssm_parameter", "ssm/parameter_data_source.go", "ssm:GetParameter", ""),
        Of("aws_cloudwatch_dashboard", "cloudwatch/dashboard.go", "cloudwatch:GetDashboard", "cloudwatch:PutDashboard cloudwatch:DeleteDashboards"),
        Of("aws_cloudwatch_metric_alarm", "cloudwatch/metric_alarm.go", "cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource", "cloudwatch:PutMetricAlarm cloudwatch:DeleteAlarms cloudwatch:TagResource cloudwatch:UntagResource"),
        // A VPN connection with logs makes a log delivery with its caller's rights (docs.aws.amazon.com/vpn/latest/s2svpn/status-logs.html).
        Of("aws_cloudwatch_log_group", "logs/group.go", "logs:DescribeLogGroups logs:ListTagsForResource logs:DescribeResourcePolicies", "logs:CreateLogGroup logs:DeleteLogGroup logs:PutRetentionPolicy logs:DeleteRetentionPolicy logs:AssociateKmsKey logs:TagResource logs:UntagResource logs:CreateLogDelivery logs:GetLogDelivery logs:UpdateLogDelivery logs:DeleteLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy"),
        Of("aws_sns_topic", "sns/topic.go", "sns:GetTopicAttributes sns:ListTagsForResource", "sns:CreateTopic sns:DeleteTopic sns:SetTopicAttributes sns:TagResource sns:UntagResource"),
        Of("aws_sns_topic_subscription", "sns/topic_subscription.go", "sns:GetSubscriptionAttributes", "sns:Subscribe sns:Unsubscribe sns:SetSubscriptionAttributes"),
        Of("aws_secretsmanager_secret", "secretsmanager/secret.go", "secretsmanager:DescribeSecret secretsmanager:GetResourcePolicy", "secretsmanager:CreateSecret secretsmanager:DeleteSecret secretsmanager:UpdateSecret secretsmanager:TagResource secretsmanager:UntagResource"),
        Of("aws_secretsmanager_secret_version", "secretsmanager/secret_version.go", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue secretsmanager:UpdateSecretVersionStage"),
        Of("data.aws_secretsmanager_secret_version", "secretsmanager/secret_version_data_source.go", "secretsmanager:GetSecretValue", ""),
    ];

    // Whatever has tags in EC2 gets them by these.
    private static TypePermissions Ec2(string type, string file, string read, string write, string? more = null) =>
        Of(type, $"ec2/{file}", Prefixed(read), string.Join(' ', [Prefixed(write), .. type.StartsWith("data.", StringComparison.Ordinal) ? [] : (string[])["ec2:CreateTags", "ec2:DeleteTags"], .. more is null ? [] : (string[])[more]]));

    private static string Prefixed(string actions) => string.Join(' ', Words(actions).Select(action => $"ec2:{action}"));

    private static TypePermissions Of(string type, string file, string read, string write) => new(type, Words(read), Words(write), Provider + file);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
