using S2SVpn.Rehearsal.Lab.Expectations;

namespace S2SVpn.Rehearsal.Lab;

/// <summary>What the process inside the namespaces is to do. It has keys in it: it goes through a pipe, never through a file.</summary>
internal sealed record LabJob
{
    /// <summary>Terraform's states, as text.</summary>
    public required IReadOnlyList<string> States { get; init; }

    public required LabDesign Design { get; init; }

    public required LabOptions Options { get; init; }

    /// <summary>Whether another lab makes the checks, and this one takes some of its drills.</summary>
    public bool Helps { get; init; }

    /// <summary>Folders that are laid over /usr, where the lab's programs were fetched and not installed.</summary>
    public required string? Fetched { get; init; }
}
