using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What is wrong with the rights of a machine in AWS: what it may read and change is what it needs, and no more.</summary>
internal sealed class AwsMachineRights
{
    private const string Read = "secretsmanager:GetSecretValue";
    private const string Write = "secretsmanager:PutSecretValue";
    private const string Replace = "ec2:ReplaceRoute";

    private readonly ApplianceMachineNode _machine;
    private readonly AwsRole _role;
    private readonly List<AwsStatement> _rights;

    private readonly Dictionary<string, string> _known;

    private AwsMachineRights(ApplianceMachineNode machine, AwsRole role)
    {
        (_machine, _role, _rights) = (machine, role, [.. role.Rights]);
        // What is so of each of its calls: it reads its own secrets, over HTTPS, in the region that it is told.
        var region = (string?)machine.Known["reader"] ?? "";
        _known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["aws:SecureTransport"] = "true",
            ["aws:RequestedRegion"] = region,
            ["ec2:Region"] = region,
            ["kms:ViaService"] = $"secretsmanager.{region}.amazonaws.com",
        };
    }

    /// <summary>What is wrong with its keys and with its routes. A role that isn't in the state may have any right.</summary>
    public static (LabExplanation? Keys, LabExplanation? Routes) Of(ApplianceMachineNode machine)
    {
        if (machine.Instance.Text("iam_instance_profile") is null)
        {
            return MachineNeed.WithoutRole(machine, "iam_instance_profile");
        }

        if (Elsewhere(machine) is { } elsewhere)
        {
            return (elsewhere, machine.Tables.Count > 0 ? elsewhere : null);
        }

        if (AwsRole.Of(machine) is not { } role)
        {
            return (null, null);
        }

        var rights = new AwsMachineRights(machine, role);
        return rights.Trust() is { } fault ? (fault, fault) : (rights.Keys(), rights.Routes());
    }

    // arn:partition:service:region:account:resource. A name instead of an ARN is of any region.
    private static LabExplanation? Elsewhere(ApplianceMachineNode machine)
    {
        var region = (string?)machine.Known["reader"] ?? "";
        return machine.Secrets.FirstOrDefault(secret => secret.Split(':') is ["arn", _, _, var of, ..] && of != region) is { } other
            ? new LabExplanation
            {
                Cause = $"{machine.Instance} asks for its keys and its routes in the region {region} (reader, in machine.json of its user data), and {other} is in another one.",
                Resources = [machine.Instance.Address],
            }
            : null;
    }

    // docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html; in China it is ec2.amazonaws.com.cn.
    private LabExplanation? Trust()
    {
        var named = _role.Trust.Where(statement => statement.Services.Any(service => service.StartsWith("ec2.amazonaws.com", StringComparison.Ordinal))).ToList();
        return Shared() ?? Judge(
            [.. named.Where(statement => statement.IsAbout("sts:AssumeRole"))],
            "take its role",
            named.Count == 0 ? $"assume_role_policy of {_role.Resource} does not name ec2.amazonaws.com" : $"assume_role_policy of {_role.Resource} names ec2.amazonaws.com, but not the action sts:AssumeRole");
    }

    // docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html: where a condition narrows it, AWS alone can tell.
    private LabExplanation? Shared() => (
        from statement in _role.Trust
        where statement.Allows && statement.IsAbout("sts:AssumeRole") && statement.Holds(_known) == true
        let other = statement.Others.FirstOrDefault()
        where other is not null
        select Fault($"assume_role_policy of {_role.Resource} lets {(other == "*" ? "anybody" : other)} take the role of {_machine.Name}, and with it read its keys.", statement)).FirstOrDefault();

    private LabExplanation? Keys() => _machine.Secrets.Select(secret => May(Read, secret, $"fetch a key from {secret}") ?? Decrypt(secret)).FirstOrDefault(fault => fault is not null)
        ?? Beyond(Read, "read other secrets", Others())
        ?? Beyond(Write, "change secrets", _machine.Secrets.Concat(Others()));

    private LabExplanation? Routes() => _machine.Tables
        .Select(table => May(Replace, Arn("ec2", $"route-table/{table}"), $"replace the routes of {table}") ?? May("ec2:DescribeRouteTables", "*", "look at its route tables")).FirstOrDefault(fault => fault is not null)
        ?? Beyond(Replace, "replace the routes of other tables", [Arn("ec2", "route-table/rtb-00000000000000000")]);

    // In the region and the account of the machine; only the last part where the state has no ARN of it.
    private string Arn(string service, string name) => _machine.Instance.Text("arn")?.Split(':') is [_, _, _, var region, var account, ..]
        ? $"arn:{(region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws")}:{service}:{region}:{account}:{name}"
        : name;

    // AWS's own key needs no right: docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html. Which key an alias stands for isn't in the state.
    private LabExplanation? Decrypt(string secret)
    {
        const string right = "kms:Decrypt";
        var key = _machine.State.OfType("aws_secretsmanager_secret").FirstOrDefault(each => each.Text("arn") == secret || each.Text("id") == secret)?.Text("kms_key_id");
        return key is null || key.EndsWith("alias/aws/secretsmanager", StringComparison.Ordinal) ? null : Judge(
            [.. _rights.Where(statement => key.Contains("alias/", StringComparison.Ordinal) ? statement.IsAbout(right) : statement.IsAbout(right, key.StartsWith("arn:", StringComparison.Ordinal) ? key : Arn("kms", $"key/{key}")))],
            $"decrypt {secret}, whose key is {key}",
            $"no policy of {_role.Resource} allows {right} for it",
            ("kms:EncryptionContext:SecretARN", secret)) ?? Bounded(right, key, $"decrypt {secret}, whose key is {key}");
    }

    private LabExplanation? May(string action, string resource, string what)
    {
        var about = _rights.Where(statement => statement.IsAbout(action, resource)).ToList();
        var fault = Judge(about, what, $"no policy of {_role.Resource} allows {action} for it");
        return fault is null ? Bounded(action, resource, what)
            : about.Count > 0 ? fault
            : fault with { Resources = [.. fault.Resources, .. _role.Astray(action).Select(policy => policy.Address)] };
    }

    // Whatever denies counts before all that allows: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html.
    private LabExplanation? Judge(IReadOnlyList<AwsStatement> about, string what, string lack, params IEnumerable<(string Key, string Value)> more)
    {
        var known = new Dictionary<string, string>(_known.Concat(more.Select(fact => KeyValuePair.Create(fact.Key, fact.Value))), StringComparer.OrdinalIgnoreCase);
        var judged = about.Select(statement => (Statement: statement, Holds: statement.Holds(known))).ToList();
        AwsStatement? First(bool allows, bool? holds) => judged.FirstOrDefault(each => each.Statement.Allows == allows && each.Holds == holds).Statement;
        if (First(allows: false, holds: true) is { } denied)
        {
            return Fault($"{_machine.Name} may not {what}: {denied.Policy} denies it.", denied);
        }

        var allowed = First(allows: true, holds: true);
        var unsure = First(allows: false, holds: null) ?? (allowed is null ? First(allows: true, holds: null) : null);
        return unsure is not null ? Fault($"That {_machine.Name} may {what} holds only under a condition that a rehearsal can't judge: {string.Join(", ", unsure.Conditions(known, null))} in {unsure.Policy}.", unsure)
            : allowed is not null ? null
            : First(allows: true, holds: false) is { } never ? Fault($"{_machine.Name} may not {what}: a condition in {never.Policy} never holds for it: {string.Join(", ", never.Conditions(known, false))}.", never)
            : Fault($"{_machine.Name} may not {what}: {lack}.", null);
    }

    // docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
    private LabExplanation? Bounded(string action, string resource, string what) => _role.IsWithin(action, resource) switch
    {
        true => null,
        false => Fault($"{_machine.Name} may not {what}: the permissions boundary of {_role.Resource} ({_role.Boundary}) does not allow {action}.", null),
        null => Fault($"That {_machine.Name} may {what} holds only within a permissions boundary that a rehearsal can't judge: {_role.Boundary} of {_role.Resource}.", null),
    };

    private LabExplanation? Beyond(string action, string what, IEnumerable<string> others) =>
        _rights.FirstOrDefault(statement => statement.Allows && statement.Holds(_known) == true && others.Any(other => statement.IsAbout(action, other) && _role.IsWithin(action, other) == true)) is { } wide
            ? Fault($"{wide.Policy} lets {_machine.Name} {what} too: its resource is {string.Join(", ", wide.Resources)}.", wide)
            : null;

    // Those of other machines, and one that nobody has.
    private IEnumerable<string> Others() => _machine.State.OfType("aws_secretsmanager_secret").Select(secret => secret.Text("arn")).OfType<string>()
        .Except(_machine.Secrets)
        .Concat(_machine.Secrets.Select(secret => $"{secret[..(secret.LastIndexOf(':') + 1)]}another-AbCdEf"));

    private LabExplanation Fault(string cause, AwsStatement? statement) => new()
    {
        Cause = cause,
        Resources = [.. statement is null ? [.. _role.Own.Select(policy => policy.Address), _role.Resource.Address, _role.Profile.Address] : new[] { statement.Policy.Address }, _machine.Instance.Address],
    };
}
