using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Diagrams;

/// <summary>What a picture says of one site, before anything has a place.</summary>
/// <param name="Cloud">The cloud that it is in.</param>
/// <param name="Name">Its name in the request.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">Its network, subnets and machines, one a line.</param>
/// <param name="Gateway">The lines of its gateway.</param>
/// <param name="Ends">Where its tunnels end, in order.</param>
/// <param name="Beside">Networks that use its gateway from elsewhere.</param>
internal sealed record SiteSketch(
    Cloud Cloud, string Name, string Title, IReadOnlyList<string> Lines, IReadOnlyList<string> Gateway, IReadOnlyList<EndSketch> Ends, IReadOnlyList<NeighbourSketch> Beside);

/// <summary>A VPN connection of AWS, an instance of an Azure gateway, or a machine of an appliance.</summary>
/// <param name="Lines">What it is called.</param>
/// <param name="Tunnels">The tunnels that end there.</param>
internal sealed record EndSketch(IReadOnlyList<string> Lines, IReadOnlyList<TunnelPlan> Tunnels);

/// <summary>A network that uses a site's gateway: a spoke, or what stands behind a transit gateway.</summary>
/// <param name="How">How it is joined, in a word.</param>
/// <param name="Lines">What it is called.</param>
internal sealed record NeighbourSketch(string How, IReadOnlyList<string> Lines);
