using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Tests.Mutants;

/// <summary>Makes every mutant of a configuration: each resource taken out, and each argument changed, one at a time.</summary>
internal sealed class MutantMaker(JsonObject configuration)
{
    // What Terraform does itself with a resource, and no cloud sees.
    private static readonly string[] Meta = ["//", "provider", "lifecycle", "depends_on", "count", "for_each", "timeouts"];

    // Words that a cloud would take in their place.
    private static readonly string[][] Words =
    [
        ["Inbound", "Outbound"], ["Allow", "Deny"], ["Tcp", "Udp"], ["tcp", "udp"], ["enable", "disable"], ["start", "add"], ["restart", "clear"],
        ["Default", "ResponderOnly"], ["IKEv2", "IKEv1"], ["ikev2", "ikev1"], ["AES256", "AES128"], ["AES256-GCM-16", "AES128-GCM-16"], ["GCMAES256", "GCMAES128"],
        ["SHA2-384", "SHA2-256"], ["SHA384", "SHA256"], ["ECP384", "ECP256"], ["DHGroup24", "DHGroup14"], ["VirtualNetworkGateway", "None"], ["RouteBased", "PolicyBased"],
        ["VpnGw1AZ", "VpnGw2AZ"], ["Static", "Dynamic"], ["EgressSnat", "IngressSnat"], ["Generation1", "Generation2"], ["Vpn", "ExpressRoute"], ["IPsec", "Vnet2Vnet"], ["Standard", "Basic"],
    ];

    public IEnumerable<Mutant> All() =>
        from type in configuration["resource"]!.AsObject()
        from resource in type.Value!.AsObject()
        let address = $"{type.Key}.{resource.Key}"
        from mutant in Of(type.Key, resource.Key, address, resource.Value!.AsObject())
        select mutant;

    private IEnumerable<Mutant> Of(string type, string name, string address, JsonObject body) =>
        Arguments(type, name, address, body).Prepend(new Mutant(address, "", "taken out", configuration));

    private IEnumerable<Mutant> Arguments(string type, string name, string address, JsonObject body) =>
        from leaf in body.Where(argument => !Meta.Contains(argument.Key)).SelectMany(argument => Leaves([argument.Key], argument.Value))
        from change in Changes(type, name, leaf.Path, leaf.Value)
        select Changed(type, name, address, leaf.Path, change.What, change.Value);

    // A list of single values is one argument.
    private static IEnumerable<(string[] Path, JsonNode Value)> Leaves(string[] path, JsonNode? node) => node switch
    {
        null => [],
        JsonObject block => block.SelectMany(entry => Leaves([.. path, entry.Key], entry.Value)),
        JsonArray array when array.All(item => item is JsonValue) => [(path, array)],
        JsonArray array => array.SelectMany((item, index) => Leaves([.. path, index.ToString(CultureInfo.InvariantCulture)], item)),
        _ => [(path, node)],
    };

    private IEnumerable<(string What, JsonNode? Value)> Changes(string type, string name, string[] path, JsonNode value)
    {
        yield return ("left out", null);
        foreach (var (what, other) in value is JsonArray list ? OfList(list) : Of(value))
        {
            yield return (what, other);
        }

        if (Sibling(type, name, path, value) is { } sibling)
        {
            yield return ("that of a sibling", sibling);
        }
    }

    private static IEnumerable<(string, JsonNode)> OfList(JsonArray list)
    {
        if (list.Count > 1)
        {
            yield return ("without its last", new JsonArray([.. list.Take(list.Count - 1).Select(item => item!.DeepClone())]));
        }

        if (list.Count > 0)
        {
            foreach (var (what, other) in Of(list[0]!))
            {
                yield return ($"first {what}", new JsonArray([other, .. list.Skip(1).Select(item => item!.DeepClone())]));
            }
        }
    }

    private static IEnumerable<(string What, JsonNode Value)> Of(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => [("false", false)],
        JsonValueKind.False => [("true", true)],
        JsonValueKind.Number => [("one more", value.GetValue<double>() + 1)],
        JsonValueKind.String => OfText(value.GetValue<string>()),
        _ => [],
    };

    private static IEnumerable<(string, JsonNode)> OfText(string text)
    {
        if (text.Contains("${", StringComparison.Ordinal))
        {
            yield break;
        }

        if (Cidr.TryParse(text, out var network, out _))
        {
            if (network.PrefixLength > 0)
            {
                yield return ("moved", $"{new Cidr(new Ipv4((uint)(network.First.Value ^ (1u << (32 - network.PrefixLength)))), network.PrefixLength)}");
                yield return ("widened", $"{Cidr.Around(network.First, network.PrefixLength - 1)}");
            }

            if (network.PrefixLength < 32)
            {
                yield return ("narrowed", $"{new Cidr(network.First, network.PrefixLength + 1)}");
            }

        }
        else if (Ipv4.TryParse(text, out var address, out _))
        {
            yield return ("one further", $"{address.Plus(1)}");
        }
        else if (long.TryParse(text, CultureInfo.InvariantCulture, out var number))
        {
            yield return ("one more", $"{number + 1}");
        }
        else
        {
            yield return ("another", Words.FirstOrDefault(words => words.Contains(text)) is { } words ? words.First(word => word != text) : text + "x");
        }
    }

    // What another resource of its type has there.
    private JsonNode? Sibling(string type, string name, string[] path, JsonNode value) => configuration["resource"]![type]!.AsObject()
        .Where(other => other.Key != name)
        .Select(other => path.Aggregate(other.Value, (node, step) => node switch
        {
            JsonObject block => block[step],
            JsonArray array => int.TryParse(step, out var index) && index < array.Count ? array[index] : null,
            _ => null,
        }))
        .FirstOrDefault(other => other is not null && !JsonNode.DeepEquals(other, value))?.DeepClone();

    private Mutant Changed(string type, string name, string address, string[] path, string what, JsonNode? value)
    {
        var changed = configuration.DeepClone().AsObject();
        var node = path[..^1].Aggregate(changed["resource"]![type]![name]!, (node, step) => node is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        if (value is null)
        {
            _ = node.AsObject().Remove(path[^1]);
        }
        else
        {
            node[path[^1]] = value.DeepClone();
        }

        return new Mutant(address, string.Join('.', path.Where(step => !int.TryParse(step, CultureInfo.InvariantCulture, out _))), what, changed);
    }
}
