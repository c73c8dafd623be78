using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Edits of a state by which a machine can't do what it has to, or can in another way.</summary>
internal static class MachineNeedCases
{
    private const string Policy = "aws_iam_role_policy";
    private const string Vault = "azurerm_key_vault";

    /// <summary>What a machine can't do, and what is said of it.</summary>
    public static readonly Dictionary<string, Fault> Faults = new()
    {
        ["no route to the internet"] = new("strongswan", state => state.Remove("aws_route", "network_route-0-0-0-0-0"), "cloud", ["has no route to an internet gateway", "aws_subnet."]),
        ["a default route to a NAT gateway"] = new("strongswan", state => state.Set("aws_route", "network_route-0-0-0-0-0", "gateway_id", "").Set("aws_route", "network_route-0-0-0-0-0", "nat_gateway_id", "nat-1"),
            "cloud", ["sends 0.0.0.0/0", "to nat-1 instead of the internet"]),
        ["an internet gateway of another VPC"] = new("strongswan", state => state.Set("aws_internet_gateway", "", "vpc_id", "vpc-1"), "cloud", ["sends 0.0.0.0/0", "to igw-", "which is no internet gateway of its VPC (aws_internet_gateway)", "aws_internet_gateway."]),
        ["no internet gateway"] = new("strongswan", state => state.Remove("aws_internet_gateway", ""), "cloud", ["sends 0.0.0.0/0", "which is no internet gateway of its VPC (aws_internet_gateway)"]),
        ["a route of Azure's own to a firewall"] = new("wireguard", state => Led(state, "0.0.0.0/0", "VirtualAppliance"), "cloud", ["azurerm_route_table.x sends 0.0.0.0/0", "to 10.3.9.4", "does not reach its peer"]),
        ["a route of Azure's own to nowhere"] = new("wireguard", state => Led(state, "0.0.0.0/0", "None"), "cloud", ["azurerm_route_table.x sends 0.0.0.0/0", "to None"]),
        ["a route of Azure's own to nowhere for the cloud"] = new("wireguard", state => Led(state, "192.0.0.0/8", "None"), "cloud", ["azurerm_route_table.x sends 192.0.0.0/8", "does not reach its cloud"]),
        ["a route of Azure's own to the machine itself"] = new("wireguard", state => Led(state, "0.0.0.0/0", "VirtualAppliance", (string?)state["azurerm_network_interface", "gateway_machine-0"]["private_ip_address"] ?? "10.3.10.4"), "cloud", ["sends 0.0.0.0/0", "does not reach its peer"]),
        ["another region in its own file"] = new("strongswan", state => MachineFiles.Rewrite(state["aws_instance", "gateway_machine-0"], "user_data_base64", "\"reader\": \"eu-central-1\"", "\"reader\": \"eu-west-1\""), "keys", ["asks for its keys and its routes in the region eu-west-1"]),
        ["a role in Azure that only reads"] = new("wireguard-pair", state => state.Set("azurerm_role_assignment", "machine-1", "role_definition_name", "Reader"), "routes", ["may not replace the routes of /subscriptions/", "has the role Reader there"]),
        ["a role in Azure for another table"] = new("wireguard-pair", state => state.Set("azurerm_role_assignment", "machine-1", "scope", "/subscriptions/1"), "routes", ["no azurerm_role_assignment gives its identity a role for this table"]),
        ["a role in Azure for all that its group has"] = new("wireguard-pair", state => state.Set("azurerm_role_assignment", "machine-1", "scope", (string?)state["azurerm_resource_group"]["id"]), "routes", ["a role for more than its route table"]),
        ["a role of another service"] = new("strongswan", state => Replace(state, "aws_iam_role", "assume_role_policy", "ec2.amazonaws.com", "ecs-tasks.amazonaws.com"), "keys", ["may not take its role", "does not name ec2.amazonaws.com"]),
        ["a role for anybody"] = new("strongswan", state => Replace(state, "aws_iam_role", "assume_role_policy", "\"Service\":", "\"AWS\":\"*\",\"Service\":"), "keys", ["assume_role_policy of aws_iam_role.", "lets anybody take the role of"]),
        ["a role for another account"] = new("strongswan", state => Replace(state, "aws_iam_role", "assume_role_policy", "\"Service\":", "\"AWS\":\"arn:aws:iam::111122223333:root\",\"Service\":"), "keys", ["lets arn:aws:iam::111122223333:root take the role of"]),
        ["a denial of all but some actions"] = new("strongswan", state => Add(state, """{"Effect":"Deny","NotAction":"iam:*","Resource":"*"}"""), "keys", ["may not fetch a key from arn:", "denies it"]),
        ["a role for another action"] = new("strongswan", state => Replace(state, "aws_iam_role", "assume_role_policy", "sts:AssumeRole", "sts:TagSession"), "keys", ["may not take its role", "names ec2.amazonaws.com, but not the action sts:AssumeRole"]),
        ["a condition that never holds"] = new("strongswan-pair", state => Replace(state, Policy, "policy", "\"Resource\"", "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},\"Resource\""),
            "keys", ["may not fetch a key from arn:", "a condition in aws_iam_role_policy.", "never holds for it: aws:SecureTransport"]),
        ["another region in a condition"] = new("strongswan", state => Replace(state, Policy, "policy", "\"Resource\"", "\"Condition\":{\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-1\"}},\"Resource\""),
            "keys", ["never holds for it: aws:RequestedRegion"]),
        ["another region in a resource"] = new("strongswan-pair", state => Replace(state, Policy, "policy", "arn:aws:ec2:eu-central-1:", "arn:aws:ec2:us-east-1:"), "routes", ["may not replace the routes of rtb-", "allows ec2:ReplaceRoute"]),
        ["another account in a resource"] = new("strongswan-pair", state => Replace(state, Policy, "policy", "arn:aws:ec2:eu-central-1:*:", "arn:aws:ec2:eu-central-1:111122223333:"), "routes", ["may not replace the routes of rtb-"]),
        ["a boundary"] = new("strongswan-pair", state => Bound(state, "AmazonS3ReadOnlyAccess"), "routes", ["may not replace the routes of rtb-", "the permissions boundary of aws_iam_role.", "AmazonS3ReadOnlyAccess) does not allow ec2:ReplaceRoute"]),
        ["a boundary for secrets alone"] = new("strongswan-pair", state => Bound(state, "SecretsManagerReadWrite"), "routes", ["does not allow ec2:ReplaceRoute"]),
        ["a boundary for routes alone"] = new("strongswan-pair", state => Bound(state, "AmazonVPCFullAccess"), "keys", ["does not allow secretsmanager:GetSecretValue"]),
        ["a boundary that nobody knows"] = new("strongswan", state => state.Set("aws_iam_role", "", "permissions_boundary", "arn:aws:iam::111122223333:policy/developers"), "keys", ["only within a permissions boundary that a rehearsal can't judge", "policy/developers"]),
        ["a right to change its secrets"] = new("strongswan", state => Add(state, $$"""{"Effect":"Allow","Action":"secretsmanager:Put*","Resource":"{{state["aws_secretsmanager_secret"]["arn"]}}"}"""), "keys", ["change secrets too"]),
        ["a policy of the vault that writes"] = new("wireguard", state => state[Vault]["access_policy"]![1]!["secret_permissions"] = new JsonArray("Get", "Set", "Delete"), "keys", ["do more than read its keys: Set, Delete"]),
        ["a role in Azure that owns"] = new("wireguard-pair", state => state.Set("azurerm_role_assignment", "machine-1", "role_definition_name", "Owner"), "routes", ["the role Owner, by which it may give others rights too"]),
        ["a right under a condition"] = new("strongswan", state => Replace(state, Policy, "policy", "\"Resource\"", "\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}},\"Resource\""),
            "keys", ["holds only under a condition that a rehearsal can't judge: aws:SourceIp"]),
        ["a denial"] = new("strongswan", state => Add(state, """{"Effect":"Deny","Action":"secretsmanager:*","Resource":"*"}"""), "keys", ["may not fetch a key from arn:", "denies it"]),
        ["a denial under a condition"] = new("strongswan", state => Add(state, """{"Effect":"Deny","Action":"secretsmanager:*","Resource":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1"}}}"""),
            "keys", ["holds only under a condition", "aws:SourceVpce in aws_iam_role_policy.more"]),
        ["no metadata"] = new("strongswan", state => state.Set("aws_instance", "gateway_machine-0", "metadata_options", "http_endpoint", "disabled"), "cloud", ["metadata_options.http_endpoint", "aws_instance."]),
        ["no DNS"] = new("strongswan", state => state.Set("aws_vpc", "", "enable_dns_support", false), "cloud", ["enable_dns_support", "can't resolve the names"]),
        ["a vault that counts roles"] = new("wireguard", state => state.Set(Vault, "", "rbac_authorization_enabled", true), "keys", ["counts roles and not its access policies"]),
        ["a vault that counts access policies"] = new("wireguard", Roled, "keys", ["no access policy of azurerm_key_vault.", "roles don't count there"]),
        ["a vault without public access"] = new("wireguard", state => state.Set(Vault, "", "public_network_access_enabled", false), "keys", ["has no public network access"]),
        ["a vault behind a firewall"] = new("wireguard", state => Walled(state, "203.0.113.0/24"), "keys", ["The firewall of azurerm_key_vault.", "lets in neither"]),
        ["a policy of the vault that lists"] = new("wireguard", state => state[Vault]["access_policy"]![1]!["secret_permissions"] = new JsonArray("List"), "keys", ["may not fetch a key from https://", "gives its identity Get"]),
        ["a policy of the vault for an application"] = new("wireguard", state => state[Vault]["access_policy"]![1]!["application_id"] = "00000000-0000-0000-0000-000000000009", "keys", ["may not fetch a key from https://"]),
        ["a right to routes with the other machine's role"] = new(
            "strongswan-pair", state => state.Set(Policy, "machine-1_role_routes", "role", state[Policy, "machine-0_role_routes"]["role"]!.DeepClone()), "routes", ["may not replace the routes of rtb-", "aws_iam_role_policy.aws_gateway_machine-1_role_routes"]),
        ["no instance profile"] = new("strongswan", state => state.Set("aws_instance", "gateway_machine-0", "iam_instance_profile", ""), "keys", ["aws_instance.", "has no iam_instance_profile"]),
        ["no identity"] = new("wireguard", state => state["azurerm_linux_virtual_machine", "gateway_machine-0"]["identity"] = new JsonArray(), "keys", ["azurerm_linux_virtual_machine.", "has no identity"]),
        ["another identity"] = new("wireguard", state => state.Set("azurerm_user_assigned_identity", "", "client_id", "another"), "keys", ["has no identity (azurerm_user_assigned_identity) with the client_id that its program asks for"]),
        ["another right to keys"] = new("strongswan-pair", state => Replace(state, Policy, "policy", "secretsmanager:GetSecretValue", "secretsmanager:ListSecrets"), "keys", ["may not fetch a key from arn:", "allows secretsmanager:GetSecretValue"]),
        ["another right to routes"] = new("strongswan-pair", state => Replace(state, Policy, "policy", "ec2:ReplaceRoute", "ec2:DescribeVpcs"), "routes", ["may not replace the routes of rtb-", "allows ec2:ReplaceRoute"]),
        ["no right to look at routes"] = new("strongswan-pair", state => Replace(state, Policy, "policy", "ec2:DescribeRouteTables", "ec2:DescribeVpcs"), "routes", ["may not look at its route tables"]),
        ["a key of its owner's"] = new("strongswan", state => state.Set("aws_secretsmanager_secret", "", "kms_key_id", "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"), "keys", ["may not decrypt arn:", "allows kms:Decrypt"]),
        ["all secrets"] = new("strongswan", state => Add(state, """{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*"}"""), "keys", ["read other secrets too: its resource is *"]),
        ["the secrets of the other machine"] = new("strongswan-pair", state => Add(state, """{"Effect":"Allow","Action":"secretsmanager:Get*","Resource":"arn:aws:secretsmanager:*:*:secret:strongswan-pair-*"}"""), "keys", ["read other secrets too"]),
        ["AWS's own policy for all secrets"] = new("strongswan", state => state.Set("aws_iam_role_policy_attachment", "", "policy_arn", "arn:aws:iam::aws:policy/AdministratorAccess"), "keys", ["aws_iam_role_policy_attachment.", "read other secrets too"]),
        ["the vault of the other machine"] = new("wireguard-pair", Vaulted, "keys", ["read other secrets too"]),
        ["the routes of all tables"] = new("strongswan-pair", state => Add(state, """{"Effect":"Allow","Action":"ec2:ReplaceRoute","Resource":"*"}"""), "routes", ["replace the routes of other tables too"]),
    };

    /// <summary>Other ways to the same, none of which is a fault.</summary>
    public static readonly Dictionary<string, (string Example, Action<StateEdits> Put)> Right = new()
    {
        ["the name of a secret with what AWS adds"] = ("strongswan", state => Replace(state, Policy, "policy", (string)state["aws_secretsmanager_secret"]["arn"]!, $"{((string)state["aws_secretsmanager_secret"]["arn"]!)[..^6]}??????")),
        ["a key of its owner's that it may use"] = ("strongswan", state => Add(
            state.Set("aws_secretsmanager_secret", "", "kms_key_id", "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
            """{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab","Condition":{"StringEquals":{"kms:ViaService":"secretsmanager.eu-central-1.amazonaws.com"}}}""")),
        ["a denial of all without HTTPS"] = ("strongswan", state => Add(state, """{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""")),
        ["a vault that counts roles, and a role"] = ("wireguard", state => Roled(state.Set(Vault, "", "rbac_authorization_enabled", true))),
        ["a firewall for the machine's address"] = ("wireguard", state => Walled(state, $"{state["azurerm_public_ip"]["ip_address"]}/32")),
        ["a route of Azure's own to the Internet"] = ("wireguard", state => Led(state, "0.0.0.0/0", "Internet")),
        ["a route of Azure's own for another network"] = ("wireguard", state => Led(state, "10.9.0.0/16", "None")),
        ["a role in Azure that contributes"] = ("wireguard-pair", state => state.Set("azurerm_role_assignment", "machine-1", "role_definition_name", "Contributor")),
        ["a boundary for all but identities"] = ("strongswan-pair", state => Bound(state, "PowerUserAccess")),
        ["a condition that always holds"] = ("strongswan-pair", state => Replace(state, Policy, "policy", "\"Resource\"", "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"},\"StringLike\":{\"aws:RequestedRegion\":\"eu-*\"}},\"Resource\"")),
    };

    private static void Replace(StateEdits state, string type, string attribute, string from, string to)
    {
        foreach (var resource in state.All(type))
        {
            resource[attribute] = ((string)resource[attribute]!).Replace(from, to, StringComparison.Ordinal);
        }
    }

    private static void Bound(StateEdits state, string policy)
    {
        foreach (var role in state.All("aws_iam_role"))
        {
            role["permissions_boundary"] = $"arn:aws:iam::aws:policy/{policy}";
        }
    }

    private static void Add(StateEdits state, string statement) => state.Add(Policy, "more", new JsonObject
    {
        ["role"] = (string?)state.All("aws_iam_role").First()["name"],
        ["policy"] = $$"""{"Version":"2012-10-17","Statement":{{statement}}}""",
    });

    private static void Led(StateEdits state, string network, string hop, string through = "10.3.9.4") => state
        .Add("azurerm_route_table", "x", new JsonObject
        {
            ["id"] = "/x",
            ["name"] = "x",
            ["route"] = new JsonArray(new JsonObject { ["name"] = "x", ["address_prefix"] = network, ["next_hop_type"] = hop, ["next_hop_in_ip_address"] = hop == "VirtualAppliance" ? through : "" }),
        })
        .Add("azurerm_subnet_route_table_association", "x", new JsonObject { ["id"] = "/y", ["subnet_id"] = (string?)state["azurerm_subnet", "subnet-vpn"]["id"], ["route_table_id"] = "/x" });

    private static void Walled(StateEdits state, string network) => state[Vault]["network_acls"] = new JsonArray(new JsonObject
    {
        ["bypass"] = "AzureServices",
        ["default_action"] = "Deny",
        ["ip_rules"] = new JsonArray(network),
        ["virtual_network_subnet_ids"] = new JsonArray((string?)state["azurerm_subnet", "subnet-vpn"]["id"]),
    });

    private static void Roled(StateEdits state)
    {
        state[Vault]["access_policy"] = new JsonArray();
        state.Add("azurerm_role_assignment", "x", new JsonObject
        {
            ["id"] = "/x",
            ["scope"] = (string?)state[Vault]["id"],
            ["role_definition_name"] = "Key Vault Secrets User",
            ["principal_id"] = (string?)state["azurerm_user_assigned_identity"]["principal_id"],
        });
    }

    private static void Vaulted(StateEdits state)
    {
        foreach (var policy in state[Vault, "machine-0"]["access_policy"]!.AsArray())
        {
            policy!["object_id"] = (string?)state["azurerm_user_assigned_identity", "machine-0"]["principal_id"];
        }

        state[Vault, "machine-0"]["access_policy"]!.AsArray().Add(new JsonObject
        {
            ["object_id"] = (string?)state["azurerm_user_assigned_identity", "machine-1"]["principal_id"],
            ["secret_permissions"] = new JsonArray("Get"),
        });
    }

    /// <param name="Example">What is applied.</param>
    /// <param name="Put">Makes the fault.</param>
    /// <param name="Need">The need that is not met.</param>
    /// <param name="Said">What its cause says.</param>
    internal sealed record Fault(string Example, Action<StateEdits> Put, string Need, string[] Said);
}
