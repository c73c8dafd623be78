namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>Who is told of a rehearsal as it goes.</summary>
public interface ILabListener
{
    void Begins(string what);

    void Checked(LabCheck check);

    void Drilled(LabDrill drill);

    /// <summary>The lab stands, and a shell in it follows.</summary>
    void Kept(string guide);
}
