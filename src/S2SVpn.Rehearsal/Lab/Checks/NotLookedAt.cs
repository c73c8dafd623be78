using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>What a rehearsal leaves out, because something else fails or Terraform's state lacks what it needs.</summary>
internal static class NotLookedAt
{
    /// <param name="context">The lab and what was designed.</param>
    /// <param name="checks">What was looked at.</param>
    /// <param name="wants">Whether a group of checks was asked for.</param>
    /// <param name="drills">Whether drills were.</param>
    public static IEnumerable<string> In(CheckContext context, IReadOnlyList<LabCheck> checks, Predicate<string> wants, bool drills)
    {
        var ends = 2 * context.Design.Tunnels.Count;
        var looked = checks.Count(check => check.Group == "routes");
        if (wants("routes") && looked < ends)
        {
            yield return $"Not looked at: the routes of {ends - looked} of {ends} ends of tunnels, because their tunnel or BGP session is not there.";
        }

        if (checks.Any(check => !check.Passed) && (wants("flows") || drills))
        {
            yield return drills
                ? "Not tried: flows over all tunnels, and drills, because other checks fail."
                : "Not tried: flows over all tunnels, because other checks fail.";
        }

        foreach (var note in wants("access") ? AccessChecks.Untried(context) : [])
        {
            yield return note;
        }
    }
}
