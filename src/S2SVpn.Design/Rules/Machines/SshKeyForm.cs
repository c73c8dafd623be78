using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SshKeyForm : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X127",
        Level = FindingLevel.Error,
        Title = "An SSH key is a public key of a type that both clouds support",
        Why = "AWS and Azure support Ed25519 and RSA keys, Azure from 2048 bits. Anything but a public key "
            + "is rejected, or would put a private key into the state.",
        Sources =
        [
            new("docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-key-pairs.html", "AWS: key pairs"),
            new(
                "github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/r/linux_virtual_machine.html.markdown",
                "Terraform provider azurerm: admin_ssh_key"),
        ],
        Fix = "Write the one line of the .pub file that ssh-keygen -t ed25519 makes, or leave sshKey out to have a "
            + "key generated.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from key in context.Sites.Where(site => site.Appliance is not null)
            .Select(site => new Located<string?>(site.Appliance!.SshKey, site.Gateway.At("appliance.sshKey")))
            .Append(new Located<string?>(context.Request.Probes.SshKey, RequestPath.Root.At("probes.sshKey")))
        let why = key.Value is null ? null : SshPublicKey.WhyNot(key.Value)
        where why is not null
        select new Violation($"{context.FormatPath(key.Path)} {why}", key.Path);
}
