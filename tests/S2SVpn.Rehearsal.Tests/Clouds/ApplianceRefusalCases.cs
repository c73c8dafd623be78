using S2SVpn.Rehearsal.Clouds.Storage;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>One example of each refusal that machines of appliances can meet, by the name of its class.</summary>
internal static class ApplianceRefusalCases
{
    private const string Card = "aws_network_interface";
    private const string Machine = "aws_instance";
    private const string Policy = """{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ec2:ReplaceRoute\",\"Resource\":\"*\"}]}""";
    private const string Trust = """{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}""";

    public static IReadOnlyDictionary<string, RefusalCase> All { get; } = new Dictionary<string, RefusalCase>
    {
        ["NetworkInterfaceNotFound"] = new("aws_eip", bench =>
        {
            bench.Store.Put(new CloudObject(Card, "far", EngineBench.Values("""{"id":"far","region":"eu-west-1"}""")));
            bench.Store.Put(new CloudObject(Card, "near", EngineBench.Values("""{"id":"near","region":"eu-central-1"}""")));
        }, """{"domain":"vpc","network_interface":"far"}""", """{"domain":"vpc","network_interface":"near"}""", "'far' does not exist in eu-central-1"),
        ["NetworkInterfaceInUse"] = RefusalCase.Deleting(Card, Cards, "eni-1", "eni-2", "currently in use by i-1"),
        ["NetworkInterfaceTaken"] = new(Machine, Cards, Starting("eni-1"), Starting("eni-2"), "[eni-1] in use"),
        ["NetworkInterfaceArguments"] = new(Machine, Cards, Starting("eni-2", "\"subnet_id\":\"subnet-1\""), Starting("eni-2"), "instance-level subnet_id"),
        ["GroupOfOtherVpc"] = new(Machine, bench =>
        {
            Cards(bench);
            bench.Store.Put(new CloudObject("aws_security_group", "sg-1", EngineBench.Values("""{"id":"sg-1","vpc_id":"vpc-1"}""")));
        }, """{"vpc_security_group_ids":["sg-1"]}""", """{"subnet_id":"subnet-1","vpc_security_group_ids":["sg-1"]}""", "Security group sg-1 and a subnet of the default VPC belong to different networks"),
        ["IdentityName"] = new("aws_iam_role", Roles, Role("used"), Role("other"), "used already exists"),
        ["IdentityNameForm"] = new("aws_iam_role", Roles, Role(new string('r', 65)), Role(new string('r', 64)), "less than or equal to 64"),
        ["RoleInUse"] = RefusalCase.Deleting("aws_iam_role", Roles, "used", "unused", "must detach all policies first"),
        ["PolicyDocument"] = new("aws_iam_role_policy", Roles, RolePolicy(Policy.Replace(",\\\"Resource\\\":\\\"*\\\"", "", StringComparison.Ordinal)), RolePolicy(Policy), "lacks Effect, Action or Resource"),
        ["InstanceArchitecture"] = new(Machine, Cards, Starting("eni-2", Typed("t4g.small")), Starting("eni-2", Typed("t3.small")), "The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64'"),
        ["MachineArchitecture"] = new("azurerm_linux_virtual_machine", AzureExamples.Networks, Sized("Standard_B2pts_v2"), Sized("Standard_B2ts_v2"), "CPU Architecture of 'Arm64'"),
        ["PrincipalType"] = new("azurerm_role_assignment", bench => bench.Store.Put(new CloudObject("azurerm_user_assigned_identity", "one", EngineBench.Values("""{"id":"one","principal_id":"who"}"""))),
            Assigned("who", "User"), Assigned("who", "ServicePrincipal"), "different from specified PrincipalType 'User'"),
        ["InstanceProfileKnown"] = new(Machine, Roles, Starting("eni-9", "\"iam_instance_profile\":\"nobody\""), Starting("eni-9", "\"iam_instance_profile\":\"mine\""), "Invalid IAM Instance Profile name"),
        ["UserDataSize"] = new(Machine, Cards, Starting("eni-2", $"\"user_data_base64\":\"{new string('A', 21900)}\""), Starting("eni-2", $"\"user_data_base64\":\"{new string('A', 21800)}\""), "limited to 16384 bytes"),
        ["VnetNotFound"] = new("azurerm_subnet", bench =>
        {
            bench.Store.Put(new CloudObject("azurerm_virtual_network", "one", EngineBench.Values("""{"id":"one","name":"net","resource_group_name":"rg"}""")));
            bench.Store.Put(new CloudObject("azurerm_resource_group", "other", EngineBench.Values("""{"id":"other","name":"other"}""")));
        },
            Subnet("other"), Subnet("rg"), "'Microsoft.Network/virtualNetworks/net' under resource group 'other' was not found"),
        ["VaultName"] = new("azurerm_key_vault", AzureExamples.Networks, Vault("kv--one"), Vault("kv-one"), "'kv--one' is invalid"),
        ["AzureExactlyOne"] = new("azurerm_role_assignment", bench => Assert.Empty(bench.Store.Objects), """{"scope":"/subscriptions/1","principal_id":"who"}""", Assigned("who"), "one of `role_definition_id,role_definition_name` must be specified"),
        ["RoleAssigned"] = new("azurerm_role_assignment", bench => bench.Store.Put(new CloudObject("azurerm_role_assignment", "one", EngineBench.Values(Assigned("who")))), Assigned("who"), Assigned("other"), "already exists"),
    };

    private static void Cards(EngineBench bench)
    {
        bench.Store.Put(new CloudObject("aws_vpc", "vpc-1", EngineBench.Values("""{"cidr_block":"10.2.0.0/16"}""")));
        bench.Store.Put(new CloudObject("aws_subnet", "subnet-1", EngineBench.Values("""{"vpc_id":"vpc-1","cidr_block":"10.2.0.0/24"}""")));
        bench.Store.Put(new CloudObject(Card, "eni-1", EngineBench.Values("""{"id":"eni-1","subnet_id":"subnet-1","private_ip":"10.2.0.4"}""")));
        bench.Store.Put(new CloudObject(Card, "eni-2", EngineBench.Values("""{"id":"eni-2","subnet_id":"subnet-1","private_ip":"10.2.0.5"}""")));
        bench.Store.Put(new CloudObject(Machine, "i-1", EngineBench.Values("""{"subnet_id":"subnet-1","primary_network_interface_id":"eni-1"}""")));
    }

    private static void Roles(EngineBench bench)
    {
        bench.Store.Put(new CloudObject("aws_iam_role", "used", EngineBench.Values("""{"id":"used","name":"used"}""")));
        bench.Store.Put(new CloudObject("aws_iam_role", "unused", EngineBench.Values("""{"id":"unused","name":"unused"}""")));
        bench.Store.Put(new CloudObject("aws_iam_role_policy_attachment", "one", EngineBench.Values("""{"role":"used","policy_arn":"arn"}""")));
        bench.Store.Put(new CloudObject("aws_iam_instance_profile", "mine", EngineBench.Values("""{"name":"mine","role":"used"}""")));
    }

    private static string Starting(string card, string? more = null) =>
        $$"""{"primary_network_interface":[{"network_interface_id":"{{card}}"}]{{(more is null ? "" : $",{more}")}}}""";

    private static string Subnet(string group) => $$"""{"name":"app","resource_group_name":"{{group}}","virtual_network_name":"net","address_prefixes":["10.1.1.0/24"]}""";

    private static string Role(string name) => $$"""{"name":"{{name}}","assume_role_policy":"{{Trust}}"}""";

    private static string RolePolicy(string policy) => $$"""{"name":"keys","role":"used","policy":"{{policy}}"}""";

    private static string Vault(string name) => $$"""{"name":"{{name}}","resource_group_name":"rg","location":"westeurope","sku_name":"standard","tenant_id":"{{Guid.Empty}}"}""";

    private static string Assigned(string who, string? type = null) => $$"""{"scope":"/subscriptions/1","principal_id":"{{who}}","role_definition_name":"Reader"{{(type is null ? "" : $",\"principal_type\":\"{type}\"")}}}""";

    private static string Typed(string type) => $"\"instance_type\":\"{type}\",\"ami\":\"ami-08{new string('0', 15)}\"";

    private static string Sized(string size) => $$"""{"name":"m","resource_group_name":"rg","location":"westeurope","size":"{{size}}","source_image_reference":[{"publisher":"Canonical","offer":"ubuntu-24_04-lts","sku":"server","version":"latest"}]}""";
}
