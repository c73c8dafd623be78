using HashiCorp.Cdktf;

namespace S2SVpn.Constructs;

/// <summary>
/// What has to hold of something that exists already, before anything is made on its account: Terraform looks while it
/// plans, and stops with the message. What a cloud doesn't tell is not held against it.
/// </summary>
internal static class ExistingCheck
{
    public static TerraformResourceLifecycle? Of(params (string Condition, string Message)[] checks) => checks.Length == 0 ? null : new TerraformResourceLifecycle
    {
        Postcondition = checks.Select(check => new Postcondition { Condition = $"${{{check.Condition}}}", ErrorMessage = check.Message }).ToArray(),
    };

    public static TerraformResourceLifecycle? Of(string condition, string message) => Of((condition, message));
}
