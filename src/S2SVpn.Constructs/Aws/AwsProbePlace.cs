namespace S2SVpn.Constructs.Aws;

/// <summary>What a probe is made with.</summary>
/// <param name="Image">The image's id, as a reference.</param>
/// <param name="SubnetId">Its subnet.</param>
/// <param name="SecurityGroupIds">All of its security groups.</param>
/// <param name="KeyName">The key pair that may log in.</param>
/// <param name="KeyId">The attribute that tells a new key of the same name from the old one.</param>
/// <param name="Order">What an address waits for until another machine has given it back.</param>
/// <param name="InternetGateway">What has to be there before a public address; null where nothing is made for it.</param>
/// <param name="ProxyCommand">What leads SSH to a machine without a public address, up to the machine's id; null for nothing.</param>
/// <param name="Site">Where it is made.</param>
internal sealed record AwsProbePlace(
    string Image, string SubnetId, IReadOnlyList<string> SecurityGroupIds, string KeyName, string KeyId,
    ITerraformDependable Order, ITerraformDependable? InternetGateway, string? ProxyCommand, AwsResourceScope Site);
