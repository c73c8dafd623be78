namespace S2SVpn.Constructs;

/// <summary>
/// The ids of sites and links among others in their scope. They are part of every Terraform name below them, so a change
/// here would replace live gateways.
/// </summary>
internal static class ConstructIds
{
    /// <summary>A site's: its cloud, and its name where it has another than that.</summary>
    public static string Site(string cloud, string name) => Join(cloud, name);

    /// <summary>A link's, which can't meet the id of anything else beside it.</summary>
    public static string Link(string name) => Join("link", name);

    private static string Join(string kind, string name) => name == kind ? kind : $"{kind}-{name}";
}
