using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>What all AWS resources have in common.</summary>
public sealed class AwsCloud(ProviderSchema schema) : SimulatedCloud(schema, [.. AwsNetworkTypes.All, .. AwsFilterTypes.All, .. AwsTransitTypes.All, .. AwsVpnTypes.All, .. AwsMachineTypes.All, .. AwsMonitoringTypes.All, .. AwsSecretTypes.All, .. AwsIdentityTypes.All], AwsData.All)
{
    /// <summary>No real account has this number.</summary>
    public const string Account = "000000000000";

    private const string RegionName = "region";
    private const string DefaultRegion = "us-east-1";

    public override string Name => "aws";

    /// <summary>The region of a resource, which it may name itself since version 6 of the provider.</summary>
    internal static string Region(Attributes settings, Attributes values) => values.Text(RegionName) ?? settings.Text(RegionName) ?? DefaultRegion;

    /// <summary>An id as EC2 makes them: a prefix and 17 digits, of which the first is 0.</summary>
    internal static string Id(CreateContext context, string prefix) => $"{prefix}-0{context.Hash(16, prefix)}";

    internal override string IdOf(CreateContext context) => Id(context, context.Type["aws_".Length..].Replace('_', '-'));

    internal override string FormatError(Operation operation, string type, string name, CloudRefusedException refused) =>
        $"{Doing(operation)} {type}{(name.Length > 0 ? $" ({name})" : "")}: {(refused.Code is null ? "" : $"api error {refused.Code}: ")}{refused.Message}";

    internal override Attributes Plan(ProviderSession session, Attributes planned, Attributes config)
    {
        // What names no region is in its provider's, wherever it was before.
        if (planned.Names.Contains(RegionName) && config[RegionName].IsNull)
        {
            planned = planned.With(RegionName, session.Settings[RegionName] is { IsNull: false } region ? region : DefaultRegion);
        }

        return planned.Names.Contains("tags_all") ? planned.With("tags_all", AllTags(session.Settings, planned["tags"])) : planned;
    }

    internal override Attributes Make(CreateContext context, Attributes planned)
    {
        var region = Region(context.Settings, planned);
        var kind = context.Type["aws_".Length..].Replace('_', '-');
        return planned
            .SetIfUnknown("region", region)
            .SetIfUnknown("owner_id", Account)
            .SetIfUnknown("arn", $"arn:aws:ec2:{region}:{Account}:{kind}/{context.Id}");
    }

    // github.com/hashicorp/terraform-provider-aws, internal/provider/sdkv2/region.go, forceNewIfRegionChanges
    internal override IEnumerable<string> ForceNew(Attributes prior, Attributes planned) =>
        prior[RegionName].IsNull || prior[RegionName] == planned[RegionName] ? [] : [RegionName];

    private static string Doing(Operation operation) => operation switch
    {
        Operation.Create => "creating",
        Operation.Update => "updating",
        Operation.Delete => "deleting",
        _ => "reading",
    };

    private static Value AllTags(Attributes settings, Value tags)
    {
        var defaults = settings.Block("default_tags")?["tags"] ?? Value.Null;
        return defaults.IsUnknown || tags.IsUnknown
            ? Value.Unknown
            : (defaults as Attributes ?? Attributes.Empty).MergedWith(tags as Attributes ?? Attributes.Empty);
    }
}
