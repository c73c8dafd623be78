using S2SVpn.Rehearsal.Lab.Checks;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Drills;

internal sealed class DrillMaster(CheckContext context)
{
    public IEnumerable<LabDrill> Hold()
    {
        _ = context;
        return [];
    }
}
