using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>
/// What a machine of a pair asks its cloud for, in a namespace of its own: logins, and the routes that lead to one of the two. AWS's and Azure's
/// words are those that s2s_aws.py and s2s_azure.py speak.
/// </summary>
internal sealed class CloudDouble : IDisposable
{
    /// <summary>Where both clouds have their metadata.</summary>
    public const string Address = "169.254.169.254";

    private readonly HttpDouble _server;
    private readonly TwinFacts _facts;
    private readonly Dictionary<(string Table, string Destination), string> _holders = [];
    private readonly Dictionary<string, int> _looks = [];
    private readonly Lock _one = new();

    public CloudDouble(string space, TwinFacts facts)
    {
        _facts = facts;
        foreach (var table in facts.Tables)
        {
            foreach (var destination in facts.Destinations)
            {
                _holders[(table, destination)] = facts.Interfaces[0];
            }
        }

        _server = new HttpDouble(space, Address, Answer);
    }

    /// <summary>Told when all routes lead to another machine: its place among the two.</summary>
    public Action<int>? Moved { get; set; }

    /// <summary>The machines that do not run, by their interfaces: AWS's routes to them lead nowhere.</summary>
    public HashSet<string> Stopped { get; } = [];

    /// <summary>The machine that all routes lead to; null where they lead to both.</summary>
    public int? Holder
    {
        get
        {
            lock (_one)
            {
                return _holders.Values.Distinct().ToList() is [var only] ? _facts.Interfaces.ToList().IndexOf(only) : null;
            }
        }
    }

    /// <summary>How often a route was moved.</summary>
    public int Moves { get; private set; }

    /// <summary>How often each machine that looks has looked since a route was moved last, at least.</summary>
    public int QuietLooks
    {
        get
        {
            lock (_one)
            {
                return _looks.Count < 2 ? 0 : _looks.Values.Min();
            }
        }
    }

    public void Dispose() => _server.Dispose();

    private string? Answer(string method, string target, string body, string caller) => target.Split('?')[0] switch
    {
        "/latest/api/token" => "token",
        "/latest/meta-data/iam/security-credentials/" => "role",
        "/latest/meta-data/iam/security-credentials/role" => """{"AccessKeyId":"id","SecretAccessKey":"secret","Token":"token"}""",
        "/latest/meta-data/services/domain" => "amazonaws.com",
        "/metadata/identity/oauth2/token" => """{"access_token":"token"}""",
        "/metadata/instance/compute/azEnvironment" => "AzurePublicCloud",
        "/" => OfEc2(body, caller),
        var path => method == "PUT" ? ToTable(path, body) : OfTable(path, caller),
    };

    // docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html
    private string? OfEc2(string body, string caller)
    {
        var values = body.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[^1]));
        switch (values.GetValueOrDefault("Action"))
        {
            case "DescribeRouteTables":
                Look(caller);
                lock (_one)
                {
                    var tables = _facts.Tables.Select(table => $"<item><routeTableId>{table}</routeTableId><routeSet>{string.Concat(_holders.Where(route => route.Key.Table == table).Select(route =>
                        $"<item><destinationCidrBlock>{route.Key.Destination}</destinationCidrBlock><networkInterfaceId>{route.Value}</networkInterfaceId><state>{(Stopped.Contains(route.Value) ? "blackhole" : "active")}</state></item>"))}</routeSet></item>");
                    return $"<DescribeRouteTablesResponse><routeTableSet>{string.Concat(tables)}</routeTableSet></DescribeRouteTablesResponse>";
                }

            case "ReplaceRoute":
                Move(values["RouteTableId"], values["DestinationCidrBlock"], values["NetworkInterfaceId"]);
                return "<ReplaceRouteResponse><return>true</return></ReplaceRouteResponse>";
            default:
                return null;
        }
    }

    // learn.microsoft.com/rest/api/virtualnetwork/route-tables/get
    private string? OfTable(string path, string caller)
    {
        if (!_facts.Tables.Contains(path))
        {
            return null;
        }

        Look(caller);
        lock (_one)
        {
            var routes = _facts.Destinations.Select((destination, number) => (JsonNode)new JsonObject
            {
                ["name"] = $"route-{number}",
                ["properties"] = new JsonObject { ["addressPrefix"] = destination, ["nextHopType"] = "VirtualAppliance", ["nextHopIpAddress"] = _holders[(path, destination)] },
            });
            return new JsonObject { ["properties"] = new JsonObject { ["routes"] = new JsonArray([.. routes]) } }.ToJsonString();
        }
    }

    private string? ToTable(string path, string body)
    {
        if (path.Split("/routes/") is not [var table, _] || !_facts.Tables.Contains(table))
        {
            return null;
        }

        using var content = JsonDocument.Parse(body);
        var properties = content.RootElement.GetProperty("properties");
        Move(table, properties.GetProperty("addressPrefix").GetString()!, properties.GetProperty("nextHopIpAddress").GetString()!);
        return "{}";
    }

    private void Look(string caller)
    {
        lock (_one)
        {
            _looks[caller] = _looks.GetValueOrDefault(caller) + 1;
        }
    }

    private void Move(string table, string destination, string holder)
    {
        lock (_one)
        {
            _holders[(table, destination)] = holder;
            _looks.Clear();
            Moves++;
        }

        if (Holder is { } now)
        {
            Moved?.Invoke(now);
        }
    }
}
