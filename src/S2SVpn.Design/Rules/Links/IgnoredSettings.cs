using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Links;

internal sealed class IgnoredSettings : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X210",
        Level = FindingLevel.Warning,
        Title = "Every setting has an effect",
        Why = "A self-managed gateway has no SKU, no instances and none of the cloud's own tunnel settings, an existing gateway is not made, and keys that are read are neither made nor "
            + "encrypted here. Logs and alarms that are off keep and raise nothing. Such a setting is ignored.",
        Sources = [Source.AzureSettings, Source.AwsTunnels],
        Fix = "Leave it out.",
    };

    private static readonly string[] ForNewGateway = ["zones", "generation"];
    private static readonly string[] AlarmTimes = ["tunnelDown", "allDown", "connectionDown"];
    private static readonly string[] ForLogs = ["format", "retentionDays", "kmsKey"];
    private static readonly string[] ForDiagnostics = ["workspace", "retentionDays"];

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from setting in context.AzureSites.SelectMany(OfGateway).Concat(context.ResolvedLinks.SelectMany(OfTunnels)).Concat(context.Links.SelectMany(OfKeys)).Concat(OfMonitoring(context))
        where context.Sources.IsWritten(setting.Path)
        select new Violation(
            $"{context.FormatPath(setting.Path)} is ignored, because {context.FormatPath(setting.Because.Path)} is {setting.Because.Value}",
            setting.Path, setting.Because.Path)
        {
            Fix = setting.Fix,
        };

    private static IEnumerable<Setting> OfGateway(AzureView site) => site.Site.Gateway.Existing is not null
        ? ForNewGateway.Select(setting => new Setting(site.Gateway[setting], new("given", site.Gateway["existing"]), $"Leave {setting} out: the gateway is there."))
        : site.IsManaged ? []
        : new[] { (Key: "sku", Instead: "size"), (Key: "generation", Instead: "size"), (Key: "activeActive", Instead: "count") }.Select(setting => new Setting(
            site.Gateway[setting.Key], new(Words.Of(AzureGatewayKind.Appliance), site.Gateway["kind"]),
            $"Leave {setting.Key} out, or write appliance.{setting.Instead}."));

    // WireGuard ignores all of tunnels, which another rule says.
    private static IEnumerable<Setting> OfTunnels(ResolvedLink resolved)
    {
        var link = resolved.Link;
        if (!resolved.Aws.IsManaged && !link.IsWireguard)
        {
            var kind = new Located<string>(Words.Of(AwsGatewayKind.Appliance), resolved.Aws.Gateway["kind"]);
            yield return new Setting(link.At("tunnels.lifecycleControl"), kind);
            yield return new Setting(link.At("tunnels.logs"), kind);
            yield return new Setting(link.At("keys.storage"), kind);
            foreach (var (tunnel, _) in link.Link.Tunnels.Each)
            {
                yield return new Setting(link.At("tunnels.each")[tunnel]["lifecycleControl"], kind);
            }
        }
        else if (link.Link.Tunnels.Logs is { } logs && !link.IsWireguard)
        {
            foreach (var setting in OfLogs(logs, link.At("tunnels.logs")))
            {
                yield return setting;
            }
        }

        if (!resolved.Azure.IsManaged && !link.IsWireguard)
        {
            yield return new Setting(link.At("tunnels.routingWeight"), new(Words.Of(AzureGatewayKind.Appliance), resolved.Azure.Gateway["kind"]));
        }
    }

    private static IEnumerable<Setting> OfMonitoring(RuleContext context)
    {
        var (monitoring, asked) = (RequestPath.Root["monitoring"], context.Request.Monitoring);
        var alarms = asked.Alarms.Enabled == false ? Of(AlarmTimes, monitoring["alarms"], "enabled") : [];
        var diagnostics = asked.Diagnostics.Enabled ? [] : Of(ForDiagnostics, monitoring["diagnostics"], "enabled");
        var retention = asked.Diagnostics is { Enabled: true, Workspace: not null }
            ? [new Setting(monitoring.At("diagnostics.retentionDays"), new("given", monitoring.At("diagnostics.workspace")), "Leave retentionDays out: the workspace is there, and has its own.")]
            : Array.Empty<Setting>();
        return [.. alarms, .. OfLogs(asked.Logs, monitoring["logs"]), .. diagnostics, .. retention];
    }

    private static IEnumerable<Setting> OfLogs(TunnelLogs logs, RequestPath path) => logs.Activity || logs.Bgp ? [] : Of(ForLogs, path, "activity");

    private static IEnumerable<Setting> Of(string[] settings, RequestPath path, string needed) =>
        settings.Select(setting => new Setting(path[setting], new("false", path[needed]), $"Leave it out, or write {needed}: true."));

    private static IEnumerable<Setting> OfKeys(LinkView link)
    {
        var source = new Located<string>(Words.Of(link.Link.Keys.EffectiveSource), link.At("keys.source"));
        if (link.Link.Keys.EffectiveSource == KeySource.SecretsManager)
        {
            yield return new Setting(link.At("keys.secretsManager.kmsKey"), source, "Leave kmsKey out: it encrypts copies only (keys.copyTo.secretsManager).");
        }

        if (link.Link.Keys.EffectiveSource != KeySource.Generated && !link.IsWireguard)
        {
            yield return new Setting(link.At("keys.length"), source);
        }
    }

    /// <summary>A setting, what makes it idle, and what to write instead.</summary>
    private sealed record Setting(RequestPath Path, Located<string> Because, string? Fix = null);
}
