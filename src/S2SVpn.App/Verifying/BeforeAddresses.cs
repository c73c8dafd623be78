using System.Globalization;
using System.Text.Json.Nodes;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Verifying;

/// <summary>Whether there are addresses left for what is made: private ones in existing subnets of AWS, public ones of the Azure subscription.</summary>
internal static class BeforeAddresses
{
    private const string Free = "Subnets[].{Id:SubnetId,Free:AvailableIpAddressCount}";
    private const string Public = "[?name.value=='StandardSkuPublicIpAddresses'].{used:currentValue,limit:limit}";

    public static async Task<IEnumerable<VerifyCheck>> AwsAsync(AwsSitePlan site, Func<IEnumerable<string>, Task<CloudAnswer>> ask)
    {
        var taken = site.Network.Subnets.Where(subnet => subnet.Existing is not null).Select(subnet => (Id: subnet.Existing!, Count: Taken(site, subnet.Key))).Where(subnet => subnet.Count > 0).ToList();
        if (taken.Count == 0)
        {
            return [];
        }

        var answer = await ask(["ec2", "describe-subnets", "--subnet-ids", .. taken.Select(subnet => subnet.Id), "--query", Free]);
        return taken.Select(subnet => Check(
            subnet.Id, subnet.Count, (int?)((answer.Json as JsonArray)?.FirstOrDefault(one => (string?)one?["Id"] == subnet.Id)?["Free"]), answer,
            "The subnet has no address left for what the request puts into it: name another one (network.subnets), or delete what nobody uses."));
    }

    public static async Task<IEnumerable<VerifyCheck>> AzureAsync(AzureSitePlan site, Func<IEnumerable<string>, Task<CloudAnswer>> ask)
    {
        var made = site.Gateway.Existing is null ? site.Gateway.Instances.Count : 0;
        if (made == 0)
        {
            return [];
        }

        var answer = await ask(["network", "list-usages", "--location", site.Location, "--query", Public]);
        var usage = (answer.Json as JsonArray)?.FirstOrDefault();
        var free = Number(usage?["limit"]) - Number(usage?["used"]);
        return [Check($"public addresses in {site.Location}", made, free, answer, "The subscription has no Standard public addresses left there: ask Azure for more (Usage + quotas), or delete what nobody uses.")];
    }

    // A transit gateway has an interface in each subnet that it is attached to.
    private static int Taken(AwsSitePlan site, string subnet) =>
        site.Probes.Count(probe => probe.Subnet == subnet) + (site.Gateway.Appliance?.Machines.Count(machine => machine.Subnet == subnet) ?? 0);

    private static VerifyCheck Check(string name, int made, int? free, CloudAnswer answer, string cause) => new(
        "free addresses", name, string.Create(CultureInfo.InvariantCulture, $"{made} free"), free is { } some ? string.Create(CultureInfo.InvariantCulture, $"{some} free") : "unknown", free >= made, free >= made ? null : answer.Error ?? cause);

    // Azure writes one as a text and the other as a number.
    private static int? Number(JsonNode? node) => int.TryParse($"{node}", NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
