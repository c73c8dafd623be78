using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

internal sealed class ListsNotEmpty : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X173",
        Level = FindingLevel.Error,
        Title = "A list is not empty",
        Why = "If left out, these lists mean all networks, a default or nothing. An empty list would mean the same, "
            + "which is rarely what its author meant.",
        Sources = [new("yaml.org/spec/1.2.2/#flow-sequences", "YAML: an empty list")],
        Fix = "Leave the list out, or name something.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from list in Lists(context)
        where list.Value == 0 && context.Sources.IsWritten(list.Path)
        select new Violation($"{context.FormatPath(list.Path)} is empty", list.Path);

    private static IEnumerable<Located<int>> Lists(RuleContext context) =>
    [
        .. context.Links.SelectMany(OfLink),
        new(context.Request.Monitoring.Notify.Count, RequestPath.Root.At("monitoring.notify")),
        .. from site in context.Sites
           where site.Appliance is not null
           select new Located<int>(site.Appliance!.Addresses.Count, site.Gateway.At("appliance.addresses")),
    ];

    private static IEnumerable<Located<int>> OfLink(LinkView link)
    {
        var (asked, keys) = (link.Link, link.Link.Keys);
        yield return new(asked.Between.Count, link.At("between"));
        yield return new(asked.Inside.Count, link.At("inside"));
        yield return new(asked.Nat.Count, link.At("nat"));
        yield return new(asked.Selectors.Count, link.At("selectors"));
        yield return new(asked.Prefixes.Aws.Count, link.At("prefixes.aws"));
        yield return new(asked.Prefixes.Azure.Count, link.At("prefixes.azure"));
        yield return new(keys.SecretsManager?.Secrets.Count ?? 1, link.At("keys.secretsManager.secrets"));
        yield return new(keys.KeyVault?.Secrets.Count ?? 1, link.At("keys.keyVault.secrets"));
        yield return new(keys.CopyTo.SecretsManager?.Secrets.Count ?? 1, link.At("keys.copyTo.secretsManager.secrets"));
        yield return new(keys.CopyTo.KeyVault?.Secrets.Count ?? 1, link.At("keys.copyTo.keyVault.secrets"));
    }
}
