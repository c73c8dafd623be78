using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What is wrong with the rights of a machine in AWS: what it may read and change is what it needs, and no more.</summary>
internal sealed class AwsMachineRights
{
    private const string Read = "secretsmanager:GetSecretValue";
    private const string Replace = "ec2:ReplaceRoute";

    private readonly ApplianceMachineNode _machine;
    private readonly AwsRole _role;
    private readonly List<AwsStatement> _rights;

    private AwsMachineRights(ApplianceMachineNode machine, AwsRole role) => (_machine, _role, _rights) = (machine, role, [.. role.Rights]);

    /// <summary>What is wrong with its keys and with its routes. A role that isn't in the state may have any right.</summary>
    public static (LabExplanation? Keys, LabExplanation? Routes) Of(ApplianceMachineNode machine)
    {
        if (machine.Instance.Text("iam_instance_profile") is null)
        {
            return MachineNeed.WithoutRole(machine, "iam_instance_profile");
        }

        if (AwsRole.Of(machine) is not { } role)
        {
            return (null, null);
        }

        var rights = new AwsMachineRights(machine, role);
        return rights.Trust() is { } fault ? (fault, fault) : (rights.Keys(), rights.Routes());
    }

    // docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html; in China it is ec2.amazonaws.com.cn.
    private LabExplanation? Trust() => Judge(
        [.. _role.Trust.Where(statement => statement.IsAbout("sts:AssumeRole") && statement.Services.Any(service => service.StartsWith("ec2.amazonaws.com", StringComparison.Ordinal)))],
        "take its role",
        $"assume_role_policy of {_role.Resource} does not name ec2.amazonaws.com");

    private LabExplanation? Keys() => _machine.Secrets.Select(secret => May(Read, secret, $"fetch a key from {secret}") ?? Decrypt(secret)).FirstOrDefault(fault => fault is not null)
        ?? Beyond(Read, "read other secrets", Others());

    private LabExplanation? Routes() => _machine.Tables
        .Select(table => May(Replace, $"route-table/{table}", $"replace the routes of {table}") ?? May("ec2:DescribeRouteTables", "*", "look at its route tables")).FirstOrDefault(fault => fault is not null)
        ?? Beyond(Replace, "replace the routes of other tables", ["route-table/rtb-00000000000000000"]);

    // AWS's own key needs no right: docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html. Which key an alias stands for isn't in the state.
    private LabExplanation? Decrypt(string secret)
    {
        const string right = "kms:Decrypt";
        var key = _machine.State.OfType("aws_secretsmanager_secret").FirstOrDefault(each => each.Text("arn") == secret || each.Text("id") == secret)?.Text("kms_key_id");
        return key is null || key.EndsWith("alias/aws/secretsmanager", StringComparison.Ordinal) ? null : Judge(
            [.. _rights.Where(statement => key.Contains("alias/", StringComparison.Ordinal) ? statement.IsAbout(right) : statement.IsAbout(right, key.StartsWith("arn:", StringComparison.Ordinal) ? key : $"key/{key}"))],
            $"decrypt {secret}, whose key is {key}",
            $"no policy of {_role.Resource} allows {right} for it");
    }

    private LabExplanation? May(string action, string resource, string what) =>
        Judge([.. _rights.Where(statement => statement.IsAbout(action, resource))], what, $"no policy of {_role.Resource} allows {action} for it");

    // Whatever denies counts before all that allows: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html.
    private LabExplanation? Judge(IReadOnlyList<AwsStatement> about, string what, string lack)
    {
        if (about.FirstOrDefault(statement => statement is { Allows: false, IsAlways: true }) is { } denied)
        {
            return Fault($"{_machine.Name} may not {what}: {denied.Policy} denies it.", denied);
        }

        var unsure = about.FirstOrDefault(statement => statement is { Allows: false, Conditions.Count: > 0 })
            ?? (about.Any(statement => statement is { Allows: true, Conditions.Count: 0 }) ? null : about.FirstOrDefault(statement => statement.Allows));
        return unsure is not null ? Fault($"That {_machine.Name} may {what} holds only under a condition that a rehearsal can't judge: {string.Join(", ", unsure.Conditions)} in {unsure.Policy}.", unsure)
            : about.Any(statement => statement.Allows) ? null
            : Fault($"{_machine.Name} may not {what}: {lack}.", null);
    }

    private LabExplanation? Beyond(string action, string what, IEnumerable<string> others) =>
        _rights.FirstOrDefault(statement => statement is { Allows: true, IsAlways: true } && others.Any(other => statement.IsAbout(action, other))) is { } wide
            ? Fault($"{wide.Policy} lets {_machine.Name} {what} too: its resource is {string.Join(", ", wide.Resources)}.", wide)
            : null;

    // Those of other machines, and one that nobody has.
    private IEnumerable<string> Others() => _machine.State.OfType("aws_secretsmanager_secret").Select(secret => secret.Text("arn")).OfType<string>()
        .Except(_machine.Secrets)
        .Concat(_machine.Secrets.Select(secret => $"{secret[..(secret.LastIndexOf(':') + 1)]}another-AbCdEf"));

    private LabExplanation Fault(string cause, AwsStatement? statement) => new()
    {
        Cause = cause,
        Resources = [.. statement is null ? [.. _role.Own.Select(policy => policy.Address), _role.Resource.Address] : new[] { statement.Policy.Address }, _machine.Instance.Address],
    };
}
