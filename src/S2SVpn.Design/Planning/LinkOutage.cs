namespace S2SVpn.Design.Planning;

/// <summary>What all changes together do to a link that both plans have.</summary>
/// <param name="Link">The link's name.</param>
/// <param name="Tunnels">The tunnels that go down, by number.</param>
/// <param name="Total">How many tunnels the link has.</param>
/// <param name="Minutes">About how long at most, where it is known.</param>
public sealed record LinkOutage(string Link, ValueList<string> Tunnels, int Total, int? Minutes)
{
    /// <summary>Whether no tunnel stays: Terraform makes changes at the same time that do not depend on each other.</summary>
    public bool IsTotal => Tunnels.Count == Total;
}
