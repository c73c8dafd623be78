using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs;

/// <summary>One SSH key for all probes that were given none. It is made at apply, and is in Terraform's state.</summary>
public sealed class ProbeKey : Construct
{
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Part of the Terraform names of all that is in it.</param>
    public ProbeKey(Construct scope, string id) : base(scope, id)
    {
        // The kind that both clouds take for certain, of the length that nobody asks to raise.
        var key = new PrivateKey(this, "Resource", new PrivateKeyConfig { Algorithm = "RSA", RsaBits = 4096 });
        (PublicKey, PrivateKey) = (key.PublicKeyOpenssh, key.PrivateKeyOpenssh);
    }

    /// <summary>A reference to the public key, in OpenSSH's form.</summary>
    public string PublicKey { get; }

    /// <summary>A reference to the private key, in OpenSSH's form.</summary>
    public string PrivateKey { get; }

    /// <summary>Whether a plan has probes without a key.</summary>
    public static bool IsNeeded(ConnectivityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.AwsSites.Select(site => site.Ssh).Concat(plan.AzureSites.Select(site => site.Ssh)).Any(ssh => ssh is { PublicKey: null });
    }
}
