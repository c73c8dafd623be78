using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>NAT rules that translate less than what is routed to them.</summary>
internal static class TranslationExplainer
{
    /// <summary>The first network of an end that is translated in part only; null for none.</summary>
    public static WeakTunnel? Of(CheckContext context, TunnelPair tunnelPair, LabTunnelEnd end, IReadOnlyList<string> networks)
    {
        if (tunnelPair.Azure is not { } azure)
        {
            return null;
        }

        var gateway = context.Lab.Layout.Gateway(azure.Gateway);
        var rules = gateway.Translations.Where(rule => rule.Outgoing == (end.Cloud == Cloud.Aws) && rule.Connections.Contains(azure.Connection)).ToList();
        WeakTunnel Weak(string seen, string cause, IReadOnlyList<NatRule> named) => new(seen, new LabExplanation
        {
            Cause = cause,
            Azure = string.Join("; ", named.Select(rule => $"'{rule.Name}': {rule.From} is {rule.To}")),
            Resources = [.. named.Select(rule => rule.Address).Append(gateway.Address).Distinct()],
            RequestPath = tunnelPair.Tunnel.AzurePath,
        });
        // No request has ports, and not every request has rules of many addresses for few.
        if (rules.Find(rule => rule.Ports is not null) is { } narrow)
        {
            return Weak($"'{narrow.Name}' is for port {narrow.Ports}", $"The NAT rule '{narrow.Name}' of the Azure gateway translates port {narrow.Ports} only (port_range): whatever has another port, or none as ICMP, keeps its address.", [narrow]);
        }

        if (rules.Find(rule => !rule.OneToOne && !context.Design.DynamicTranslations.Contains(rule.Name)) is { } loose)
        {
            return Weak($"'{loose.Name}' is dynamic", $"The NAT rule '{loose.Name}' of the Azure gateway is dynamic in place of static: what is behind it has no address of its own, so that the other side can't reach it.", [loose]);
        }

        foreach (var network in networks.Select(Cidr.Parse))
        {
            var parts = rules.Where(rule => network.Contains(rule.To)).ToList();
            if (parts.Count > 0 && parts.Select(rule => rule.To).Distinct().Sum(part => part.Size) < network.Size)
            {
                var translated = string.Join(", ", parts.Select(rule => rule.To).Distinct());
                return Weak($"only {translated} is translated", $"Of {network}, which is routed into the tunnel, the NAT rules of the Azure gateway translate only {translated}: the rest reaches nobody.", parts);
            }
        }

        return context.Design.Translations.Where(designed => designed.Connection == tunnelPair.Tunnel.AzureConnection && designed.Outgoing == (end.Cloud == Cloud.Aws))
            .Select(designed => (Designed: designed, Given: rules.Where(rule => rule.To.Overlaps(Cidr.Parse(designed.To))).ToList()))
            .Where(each => !IsDone(each.Designed, each.Given))
            .Select(each => Weak(
                $"{each.Designed.From} is not {each.Designed.To}",
                gateway.Translations.FirstOrDefault(rule => rule.Name == each.Designed.Rule && !rule.Connections.Contains(azure.Connection)) is { } unused
                    ? $"'{azure.Connection}' does not use the NAT rule '{unused.Name}', which makes {unused.From} {unused.To} ({(unused.Outgoing ? "egress" : "ingress")}_nat_rule_ids)."
                    : $"NAT rules that '{azure.Connection}' uses were to make {each.Designed.From} {each.Designed.To}, and they do not, or not address by address.",
                [.. gateway.Translations.Where(rule => rule.Name == each.Designed.Rule || each.Given.Contains(rule))]))
            .Select(weak => weak with { Explanation = weak.Explanation with { Resources = [.. weak.Explanation.Resources, azure.Address] } })
            .FirstOrDefault();
    }

    private static bool IsDone(DesignedTranslation designed, List<NatRule> given)
    {
        var (from, to) = (Cidr.Parse(designed.From), Cidr.Parse(designed.To));
        return given.Where(rule => to.Contains(rule.To) && (!designed.OneToOne || Shift(rule.From, rule.To) == Shift(from, to)))
            .Select(rule => rule.To).Distinct().Sum(part => part.Size) >= to.Size;
    }

    private static long Shift(Cidr from, Cidr to) => (long)to.First.Value - from.First.Value;
}
