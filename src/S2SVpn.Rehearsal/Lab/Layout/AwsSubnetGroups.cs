using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>
/// The security group that machines of a subnet are to have, where none is there yet: nothing in AWS joins the two. It is looked
/// for by the subnet's range and the group's name, and where one of these is another, it is the group that is left in the VPC.
/// </summary>
internal sealed class AwsSubnetGroups(TerraformState state, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    public IReadOnlyList<string> Of(StateResource subnet) => Named(subnet) is { Count: > 0 } named ? named : Left(subnet);

    /// <summary>Those that were designed for the machines of a subnet and have kept their names.</summary>
    public List<string> Named(StateResource subnet) =>
        [.. InVpcOf(subnet).Where(group => groups.TryGetValue(subnet.Text("cidr_block") ?? "", out var names) && names.Contains(group.Text("name"))).Select(group => group.Id)];

    private List<string> Left(StateResource subnet)
    {
        var used = state.OfType("aws_instance").SelectMany(instance => instance.Texts("vpc_security_group_ids"))
            .Concat(state.OfType("aws_subnet").SelectMany(Named))
            .ToHashSet();
        var left = InVpcOf(subnet).Select(group => group.Id).Where(id => !used.Contains(id)).ToList();
        return groups.Count > 0 && left.Count == 1 ? left : [];
    }

    private IEnumerable<StateResource> InVpcOf(StateResource subnet) => state.OfType("aws_security_group").Where(group => group.Text("vpc_id") == subnet.Text("vpc_id"));
}
