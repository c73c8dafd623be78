using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>The log groups that the tunnels of a link write to.</summary>
internal sealed class AwsTunnelLogs : Construct
{
    private readonly Dictionary<string, string> _arns;

    internal AwsTunnelLogs(Construct scope, string id, IEnumerable<LogGroupPlan> groups, ITerraformDependable order, AwsResourceScope place) : base(scope, id) =>
        _arns = groups.ToDictionary(group => group.Name, group => new CloudwatchLogGroup(this, group.Name.Split('/')[^1], new CloudwatchLogGroupConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            Name = group.Name,
            RetentionInDays = group.RetentionDays,
            KmsKeyId = group.KmsKey,
            Tags = AwsNames.Tag(group.Name),
            DependsOn = [order],
        }).Arn);

    /// <summary>The ARN of a group; null for none.</summary>
    public string? Arn(string? name) => name is null ? null : _arns[name];
}
