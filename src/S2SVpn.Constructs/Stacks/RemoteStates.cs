
namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// Where one stack finds another's state, where CDKTF does not say it right. A file of state is named from the folder of
/// its own stack, and Terraform runs in that of the stack that asks.
/// </summary>
internal static class RemoteStates
{
    public static void Settle(IReadOnlyList<S2SVpnStack> stacks)
    {
        var byName = stacks.ToDictionary(stack => stack.Plan.Name);
        foreach (var (from, to) in stacks.SelectMany(to => to.Plan.Reads.Select(from => (byName[from], to))))
        {
            var config = $"data.terraform_remote_state.cross-stack-reference-input-{from.Plan.Name}.config";
            if (from.Plan.Backend.Local?.Path is { } path && !Path.IsPathRooted(path))
            {
                to.AddOverride($"{config}.path", $"../{from.Plan.Name}/{path}");
            }
            else if (from.Plan.Backend.Pg is not null)
            {
                // As in the backend itself: Terraform takes PG_CONN_STR.
                to.AddOverride($"{config}.conn_str", null!);
            }
        }
    }
}
