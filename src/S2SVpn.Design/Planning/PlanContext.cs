using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>What the parts of a plan are made from: looked up once, so that planning stays linear.</summary>
internal sealed class PlanContext
{
    private readonly ILookup<(Cloud, string), MachinePlace> _machines;

    public PlanContext(VpnRequest request)
    {
        Request = request;
        Names = new Names(request);
        Tags = PlanTags.Of(request);
        AwsLayouts = request.Aws.ToDictionary(site => site.Key, site => NetworkLayout.Of(site.Value), StringComparer.Ordinal);
        AzureLayouts = request.Azure.ToDictionary(site => site.Key, site => NetworkLayout.Of(site.Value), StringComparer.Ordinal);
        _machines = MachineLayout
            .Of(
                request,
                AwsLayouts.ToDictionary(site => site.Key, site => site.Value.Subnets),
                AzureLayouts.ToDictionary(site => site.Key, site => site.Value.Subnets))
            .ToLookup(machine => (machine.Cloud, machine.Site ?? throw Refused($"{machine.Path} names no site")));
    }

    public VpnRequest Request { get; }

    public Names Names { get; }

    public ValueMap<string> Tags { get; }

    public Dictionary<string, AwsNetworkLayout> AwsLayouts { get; }

    public Dictionary<string, AzureNetworkLayout> AzureLayouts { get; }

    /// <summary>What a plan throws where the rules have not been asked: they say it better.</summary>
    public static ArgumentException Refused(string what) => new($"The rules reject this request: {what}.");

    public IEnumerable<MachinePlace> Machines(Cloud cloud, string site, MachineKind kind) =>
        _machines[(cloud, site)].Where(machine => machine.Kind == kind);

    /// <summary>Every network once, lowest first: how clouds keep sets of them.</summary>
    public static ValueList<Cidr> Sorted(IEnumerable<Cidr> networks) => networks.Distinct().Order().ToValueList();
}
