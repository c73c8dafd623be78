namespace S2SVpn.Constructs.Azure;

/// <summary>The id of an Azure resource, as the rules have checked it: what it is called, and in which resource group.</summary>
/// <param name="ResourceGroup">The name of its resource group.</param>
/// <param name="Name">The resource's own name.</param>
internal sealed record AzureResourceId(string ResourceGroup, string Name)
{
    // /subscriptions/{id}/resourceGroups/{name}/providers/{namespace}/{type}/{name}
    private const int ResourceGroupPart = 4;
    private const int NamePart = 8;

    public static AzureResourceId Parse(string id)
    {
        var parts = id.Split('/');
        return new AzureResourceId(parts[ResourceGroupPart], parts[^1]);
    }

    /// <summary>The same of an id that may stand for a reference: then Terraform takes it apart.</summary>
    public static AzureResourceId Of(string id, StackReferences references)
    {
        return references.Find(id) is { } own ? new AzureResourceId(Part(ResourceGroupPart), Part(NamePart)) : Parse(id);

        string Part(int index) => $"${{element(split(\"/\", {Inner(own)}), {index})}}";
    }

    // What is a part of an expression stands without braces. CDKTF takes them from its own tokens.
    private static string Inner(string reference) =>
        !Token.IsUnresolved(reference) && reference.StartsWith("${", StringComparison.Ordinal) ? reference[2..^1] : reference;
}
