using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Keys;

internal sealed class KeysOfOneTunnel : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X206",
        Level = FindingLevel.Error,
        Title = "No link reads or overwrites a secret of another link",
        Why = "Two tunnels would have one key, whether both names are written or one comes from a prefix. Where one link copies a key to what "
            + "another reads, Terraform reads it before it is written.",
        Sources = [Source.AwsProvider],
        Fix = "Give each link names of its own, or a prefix of its own.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var places = context.Plan.AwsSites.ToDictionary(site => site.Name, site => $"{site.Account} {site.Profile} {site.Region}");
        var uses = context.Links.Zip(context.Plan.Links).SelectMany(each => each.Second.Keys.SelectMany(key => Uses(each.First, key, places.GetValueOrDefault(each.Second.AwsSite) ?? "")));
        return from same in uses.GroupBy(use => use.Name)
               // AWS006 compares the names that are written, X172 those that are copied to.
               where same.Any(use => use.IsRead) && !same.All(use => use is { IsRead: true, IsWritten: true })
               let links = same.Select(use => use.Link).Distinct().ToList()
               where links.Count > 1
               group links by string.Join(' ', links.Select(link => link.Path)) into found
               let paths = found.First().ConvertAll(link => link.At("keys"))
               select new Violation(
                   $"{Phrase.Some([.. paths.Skip(1).Select(context.FormatPath)])} {(paths.Count == 2 ? "names" : "name")} a secret that {context.FormatPath(paths[0])} names as well",
                   [.. paths.Skip(1), paths[0]]);
    }

    private static IEnumerable<Use> Uses(LinkView link, KeySlotPlan key, string place)
    {
        var keys = link.Link.Keys;
        return
        [
            .. Aws(key.SecretsManager, isRead: true, keys.SecretsManager?.Secrets.Count > 0),
            .. Aws(key.CopyToSecretsManager, isRead: false, keys.CopyTo.SecretsManager?.Secrets.Count > 0),
            .. Azure(key.KeyVault, isRead: true, keys.KeyVault?.Secrets.Count > 0),
            .. Azure(key.CopyToKeyVault, isRead: false, keys.CopyTo.KeyVault?.Secrets.Count > 0),
        ];

        IEnumerable<Use> Aws(AwsSecretPlan? secret, bool isRead, bool isWritten) => secret is null ? [] : [new($"{place} {secret.Name}", link, isRead, isWritten)];

        // Key Vault does not tell capitals from small letters.
        IEnumerable<Use> Azure(AzureSecretPlan? secret, bool isRead, bool isWritten) => secret is null ? [] : [new($"{KeyVaultKeys.Identity(secret.Vault)}/{secret.Name.ToUpperInvariant()}", link, isRead, isWritten)];
    }

    /// <param name="Name">The secret, with where it is.</param>
    /// <param name="Link">Whose key it has.</param>
    /// <param name="IsRead">Whether the key comes from it, and is not copied to it.</param>
    /// <param name="IsWritten">Whether the request names it, and not only its prefix.</param>
    private sealed record Use(string Name, LinkView Link, bool IsRead, bool IsWritten);
}
