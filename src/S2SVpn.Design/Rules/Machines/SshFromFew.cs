using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SshFromFew : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X126",
        Level = FindingLevel.Warning,
        Title = "SSH is open to a small range of addresses",
        Why = "Machines that are open to the internet are attacked within minutes.",
        Sources =
        [
            new(
                "docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
                "AWS: EC2.13, no SSH from 0.0.0.0/0"),
        ],
        Fix = "List only the addresses that need it, such as 203.0.113.7/32, or leave sshFrom out and connect over the VPN.",
    };

    // Larger ranges than that of a large company are nobody's own.
    private const int Widest = 16;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from list in Lists(context)
        from source in list.Value.Select((cidr, index) => new Located<Cidr>(cidr, list.Path[index]))
        where source.Value.PrefixLength < Widest && !SshFromOutside.IsInside(source.Value)
        select new Violation(
            $"{context.FormatPath(source.Path)} {source.Value} opens SSH to "
            + (source.Value == Cidr.Any ? "the whole internet" : $"{source.Value.Size:N0} addresses of the internet"),
            source.Path);

    /// <summary>The lists of addresses that may connect: of each appliance, and of the probes.</summary>
    public static IEnumerable<Located<ValueList<Cidr>>> Lists(RuleContext context) => context.Sites.Where(site => site.Appliance is not null)
        .Select(site => new Located<ValueList<Cidr>>(site.Appliance!.SshFrom, site.Gateway.At("appliance.sshFrom")))
        .Append(new Located<ValueList<Cidr>>(context.Request.Probes.SshFrom, RequestPath.Root.At("probes.sshFrom")));
}
