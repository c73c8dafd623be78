using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>One error of Terraform's.</summary>
/// <param name="Summary">What happened.</param>
/// <param name="Detail">More of it; may be empty.</param>
/// <param name="Address">The resource that it is about; null where Terraform named none.</param>
public sealed partial record TerraformError(string Summary, string Detail, string? Address)
{
    /// <summary>What is wrong, in a sentence.</summary>
    public string Sentence
    {
        get
        {
            if (Protected().Match(Detail) is { Success: true } kept)
            {
                return $"it destroys {kept.Groups["address"].Value}, and its lifecycle.prevent_destroy forbids that ('terraform.protect' in a request)";
            }

            var text = Line(Detail.Length == 0 ? Summary : $"{Summary.TrimEnd('.')}: {Detail}");
            return Address is null || text.Contains(Address, StringComparison.Ordinal) ? text : $"{Address}: {text}";
        }
    }

    /// <summary>The type that the provider it runs against does not have; null where it is about something else.</summary>
    public string? MissingType => Unsupported().Match($"{Summary} {Detail}") is { Success: true } found ? found.Groups["type"].Value : null;

    private static string Line(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"does\s+not\s+support\s+(resource\s+type|data\s+source)\s+""(?<type>\w+)""")]
    private static partial Regex Unsupported();

    [GeneratedRegex(@"Resource\s+(?<address>\S+)\s+has\s+lifecycle\.prevent_destroy\s+set")]
    private static partial Regex Protected();
}
