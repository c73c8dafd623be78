namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>Receives the progress of a rehearsal.</summary>
public interface ILabListener
{
    void Begins(string what);

    void Checked(LabCheck check);

    void Drilled(LabDrill drill);

    /// <summary>The lab is kept running, and a shell in it follows.</summary>
    void Kept(string guide);
}
