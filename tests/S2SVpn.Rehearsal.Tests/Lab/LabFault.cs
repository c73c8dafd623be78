namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Something wrong, the check that has to fail of it, and what has to be said.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Put">Puts it into the state.</param>
/// <param name="Group">The group of the check.</param>
/// <param name="Check">How the names of the checks that fail begin; no other of the group fails.</param>
/// <param name="Said">What has to stand in the explanation.</param>
internal sealed record LabFault(string Name, Action<StateEdits> Put, string Group, string[] Check, params string[] Said)
{
    /// <summary>Whether it is put into the starter without BGP.</summary>
    public bool Static { get; init; }

    public override string ToString() => Name;
}
