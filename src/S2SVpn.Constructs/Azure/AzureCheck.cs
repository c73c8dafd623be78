using HashiCorp.Cdktf;

namespace S2SVpn.Constructs.Azure;

/// <summary>
/// What has to hold of something that exists already, before anything is made on its account: Terraform looks while it
/// plans, and stops with the message. What a cloud doesn't tell is not held against it.
/// </summary>
internal static class AzureCheck
{
    public static TerraformResourceLifecycle Of(params (string Condition, string Message)[] checks) => new()
    {
        Postcondition = checks.Select(check => new Postcondition { Condition = $"${{{check.Condition}}}", ErrorMessage = check.Message }).ToArray(),
    };

    public static TerraformResourceLifecycle Of(string condition, string message) => Of((condition, message));
}
