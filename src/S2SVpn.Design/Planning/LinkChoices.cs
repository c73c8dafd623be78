using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>What a plan decided by itself about a link.</summary>
internal static class LinkChoices
{
    public static IEnumerable<OpenChoice> Of(LinkPlan link, Link asked, RequestPath path)
    {
        OpenChoice Choice(string at, string what, string value, string why) => new(path.At(at), $"{link.Name}: {what}", value, why);

        yield return Choice("name", "name", link.Name, "a single link needs none; name it before adding a second, which would rename it");
        if (link.Slot is { } slot)
        {
            yield return Choice("slot", "slot", $"{slot}", "a single link has the first; set it before adding a second");
        }

        yield return Choice("routing", "routing", Words.Of(link.Routing), "routes follow the tunnels that are up");
        if (link.Routing == Routing.Static)
        {
            yield return Choice("prefixes.aws", "AWS networks", string.Join(", ", link.Networks.Aws), "all of the AWS site");
            yield return Choice("prefixes.azure", "Azure networks", string.Join(", ", link.Networks.Azure), "all of the Azure site and its spokes");
        }

        if (link.Keys.Any(key => key.IsWireguard))
        {
            // Of all that follows WireGuard has one way only.
            yield break;
        }

        yield return Choice("crypto", "crypto", CryptoText.Of(link.Crypto), "the strongest that both clouds document");
        yield return Choice("keys", "keys", Words.Of(asked.Keys.EffectiveSource), "no one has to know them; they are in Terraform's state");
        yield return Choice("tunnels.startup", "AWS's part in starting", Words.Of(asked.Tunnels.Startup), "otherwise AWS waits for Azure");
        yield return Choice("tunnels.azureMode", "Azure's part in starting", Words.Of(asked.Tunnels.AzureMode), "both may start");
        yield return Choice("tunnels.dpd", "dead peer detection", $"{asked.Tunnels.Dpd.Timeout}, {Words.Of(asked.Tunnels.Dpd.Action)}", "Azure's default, and AWS restarts the tunnel");
        yield return Choice("tunnels.bandwidth", "bandwidth", Words.Of(asked.Tunnels.Bandwidth), "supported by every gateway");
    }
}
