using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>Why something was not applied.</summary>
/// <param name="When">What Terraform was doing.</param>
/// <param name="Errors">Its errors.</param>
public sealed record ChangeRefusal(ChangePhase When, IReadOnlyList<ChangeError> Errors)
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

/// <summary>One error of Terraform's.</summary>
/// <param name="Summary">What happened.</param>
/// <param name="Detail">More of it; may be empty.</param>
/// <param name="Address">The resource that it is about; null where Terraform named none.</param>
public sealed partial record ChangeError(string Summary, string Detail, string? Address)
{
    /// <summary>What is wrong, in a sentence.</summary>
    public string Sentence
    {
        get
        {
            if (Protected().Match(Detail) is { Success: true } kept)
            {
                return $"it destroys {kept.Groups["address"].Value}, and 'terraform.protect' forbids that";
            }

            var text = Line(Detail.Length == 0 ? Summary : $"{Summary.TrimEnd('.')}: {Detail}");
            return Address is null || text.Contains(Address, StringComparison.Ordinal) ? text : $"{Address}: {text}";
        }
    }

    private static string Line(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"Resource\s+(?<address>\S+)\s+has\s+lifecycle\.prevent_destroy\s+set")]
    private static partial Regex Protected();
}
