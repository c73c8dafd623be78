using S2SVpn.Design.Network;

namespace S2SVpn.Constructs.Aws;

/// <summary>What resources are called by themselves; all their other tags are the provider's default tags.</summary>
internal static class AwsNames
{
    public static Dictionary<string, string> Tag(string name) => new() { ["Name"] = name };

    /// <summary>A network as a part of a construct's id.</summary>
    public static string Id(Cidr network) => network.ToSlug();
}
