using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>What a rehearsal leaves out, because something else fails or Terraform's state lacks what it needs.</summary>
internal static class NotLookedAt
{
    public static IEnumerable<string> In(CheckContext context, IReadOnlyList<LabCheck> checks, LabOptions options)
    {
        var ends = 2 * context.Design.Tunnels.Count;
        var looked = checks.Count(check => check.Group == "routes");
        if (options.Wants("routes") && looked < ends)
        {
            yield return $"Not looked at: the routes of {ends - looked} of {ends} ends of tunnels, because their tunnel or BGP session is not there.";
        }

        if (checks.Any(check => !check.Passed) && (options.Wants("flows") || options.WantsDrills))
        {
            yield return options.WantsDrills
                ? "Not tried: flows over all tunnels, and drills, because other checks fail."
                : "Not tried: flows over all tunnels, because other checks fail.";
        }

        foreach (var note in options.Wants("access") ? AccessChecks.Untried(context) : [])
        {
            yield return note;
        }
    }
}
