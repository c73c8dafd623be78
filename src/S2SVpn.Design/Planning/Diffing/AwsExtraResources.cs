using static S2SVpn.Design.Planning.Diffing.Values;

namespace S2SVpn.Design.Planning.Diffing;

/// <summary>What else is in an AWS site: filters, machines, alarms.</summary>
internal static class AwsExtraResources
{
    public static IEnumerable<PlannedResource> Of(AwsSitePlan site) => [.. Filters(site), .. Machines(site), .. Alarms(site)];

    private static IEnumerable<PlannedResource> Filters(AwsSitePlan site)
    {
        foreach (var group in site.SecurityGroups)
        {
            var name = group.Name ?? "existing groups";
            if (group.Name is not null)
            {
                yield return new PlannedResource
                {
                    Type = "aws_security_group",
                    Key = AwsSiteResources.Key(site, ".", group.Subnet ?? "probes"),
                    Name = name,
                    Values = [Fixed("name", group.Name), AwsSiteResources.InVpc(site)],
                };
            }

            foreach (var rule in group.Rules)
            {
                yield return new PlannedResource
                {
                    Type = rule.Direction == FlowDirection.Inbound ? "aws_vpc_security_group_ingress_rule" : "aws_vpc_security_group_egress_rule",
                    Key = AwsSiteResources.Key(site, ".", name, ".", rule.Key),
                    Name = $"{name} {rule.Key}",
                    Values = [Free("description", rule.Description), Free("groups", group.Name is null ? site.Network.ExistingSecurityGroups : null)],
                };
            }
        }
    }

    private static IEnumerable<PlannedResource> Machines(AwsSitePlan site)
    {
        foreach (var probe in site.Probes)
        {
            yield return new PlannedResource
            {
                Type = "aws_instance",
                Key = AwsSiteResources.Key(site, ".", probe.Key),
                Name = probe.Name,
                Values =
                [
                    Ref("subnet_id", "aws_subnet", AwsSiteResources.Key(site, ".", probe.Subnet), Effect.Replace),
                    Fixed("private_ip", probe.Address),
                    Free("instance_type", probe.Size) with { Note = "The machine stops and starts again." },
                    Free("public address", probe.PublicIp),
                    Fixed("key_name", site.Ssh?.PublicKey ?? "made"),
                ],
            };
        }

        foreach (var machine in site.Gateway.Appliance?.Machines ?? [])
        {
            yield return ApplianceResource.Of(
                "aws_instance", AwsSiteResources.Key(site, $".gateway.{machine.Index}"), site.Gateway.Appliance!, machine, site.Links.Select(ApplianceLink.Of));
        }
    }

    private static IEnumerable<PlannedResource> Alarms(AwsSitePlan site)
    {
        if (site.Alarms is not { } alarms)
        {
            yield break;
        }

        if (alarms.Topic is { } topic)
        {
            yield return new PlannedResource
            {
                Type = "aws_sns_topic",
                Key = AwsSiteResources.Key(site),
                Name = topic,
                Values = [Fixed("name", topic), Free("subscriptions", alarms.Notify)],
            };
        }

        var all = site.Links.SelectMany(link => link.Connections.SelectMany(connection => connection.Tunnels)
            .Select(tunnel => (Name: tunnel.DownAlarm, Timing: alarms.TunnelDown))
            .Append((Name: link.AllDownAlarm, Timing: alarms.AllDown)));
        foreach (var (name, timing) in all)
        {
            if (name is not null)
            {
                yield return new PlannedResource
                {
                    Type = "aws_cloudwatch_metric_alarm",
                    Key = name,
                    Name = name,
                    Values =
                    [
                        Free("period", timing.PeriodSeconds), Free("evaluation_periods", timing.Periods), Free("alarm_actions", alarms.ExistingTopic ?? alarms.Topic),
                    ],
                };
            }
        }
    }
}
