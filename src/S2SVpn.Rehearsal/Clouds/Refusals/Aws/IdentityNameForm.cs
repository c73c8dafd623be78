namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>The name of a role or an instance profile has up to 64 or 128 letters, digits and a few signs.</summary>
public sealed class IdentityNameForm : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ValidationError",
        When = RefusalTime.Write,
        Types = ["aws_iam_role", "aws_iam_instance_profile"],
        Source = "docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    };

    internal override string? Why(RefusalContext context)
    {
        var (name, most) = (context.Values.Text("name") ?? "", context.Type == "aws_iam_role" ? 64 : 128);
        return name.Length > most ? $"Value '{name}' failed to satisfy constraint: Member must have length less than or equal to {most}."
            : name.All(letter => char.IsAsciiLetterOrDigit(letter) || "+=,.@_-".Contains(letter, StringComparison.Ordinal)) ? null
            : $"Value '{name}' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+.";
    }
}
