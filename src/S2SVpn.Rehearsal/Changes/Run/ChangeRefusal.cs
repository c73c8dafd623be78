using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>Why something was not applied.</summary>
/// <param name="When">What Terraform was doing.</param>
/// <param name="Errors">Its errors.</param>
public sealed record ChangeRefusal(ChangePhase When, IReadOnlyList<TerraformError> Errors)
{
    /// <summary>The first error in a sentence: the others are mostly its consequences.</summary>
    public string Sentence => Errors is [var first, ..] ? first.Sentence : "Terraform ended with an error and did not say which.";

    public override string ToString() => $"{When}: {string.Join('\n', Errors)}";
}

/// <summary>What Terraform was doing.</summary>
public enum ChangePhase
{
    /// <summary>Applying the request as it is deployed.</summary>
    ApplyBefore,

    /// <summary>Planning the request to deploy.</summary>
    Plan,

    /// <summary>Applying the request to deploy.</summary>
    Apply,
}
