using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Checking;

/// <summary>The plan of one side alone.</summary>
/// <typeparam name="TSite">An <see cref="AwsSitePlan"/> or an <see cref="AzureSitePlan"/>.</typeparam>
/// <param name="Site">What is built.</param>
/// <param name="Link">
/// What both ends of the link to the peer have to know: tunnels, inside addresses, crypto and key slots. The peer has the
/// place of the other cloud in it, so that beside an Azure side an <c>AwsAddress</c> is the peer's.
/// </param>
public sealed record SidePlan<TSite>(TSite Site, LinkPlan Link);
