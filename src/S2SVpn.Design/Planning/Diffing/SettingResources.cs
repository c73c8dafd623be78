using S2SVpn.Design.Request;
using static S2SVpn.Design.Planning.Diffing.Values;

namespace S2SVpn.Design.Planning.Diffing;

/// <summary>What concerns Terraform itself, and everything at once.</summary>
internal static class SettingResources
{
    public static IEnumerable<PlannedResource> Of(ConnectivityPlan plan)
    {
        yield return new PlannedResource
        {
            Type = "terraform",
            Key = "settings",
            Name = "settings",
            Values =
            [
                Free("tags", plan.Tags.Select(tag => $"{tag.Key}={tag.Value}")),
                Free("required_version", plan.Terraform.Versions.Terraform),
                Free("aws version", plan.Terraform.Versions.Aws),
                Free("azurerm version", plan.Terraform.Versions.Azurerm),
                Free("random version", plan.Terraform.Versions.Random),
                Free("prevent_destroy", plan.Terraform.Protect),
                Free("timeouts", plan.Terraform.Timeouts),
            ],
        };
        foreach (var stack in plan.Terraform.Stacks)
        {
            yield return new PlannedResource
            {
                Type = "terraform_state",
                Key = Words.Of(stack.Part),
                Name = stack.Name,
                Values = [Free("stack", stack.Name) with { Note = Move }, Free("backend", Text(stack.Backend)) with { Note = Move }],
            };
        }

        if (plan.Dashboard is { } dashboard)
        {
            yield return Mere("aws_cloudwatch_dashboard", dashboard.Name, dashboard.Name);
        }

        foreach (var key in plan.Links.SelectMany(link => link.Keys).Where(key => key.Source == KeySource.Generated))
        {
            yield return new PlannedResource
            {
                Type = "random_password",
                Key = key.Name,
                Name = key.Name,
                Values = [Fixed("length", key.Length)],
            };
        }
    }

    private const string Move = "Move the state first (terraform init -migrate-state), or Terraform makes everything a second time.";

    private static string Text(Backend backend) => backend switch
    {
        { S3: { } s3 } => $"s3 {s3.Bucket}/{s3.Key}",
        { Azurerm: { } azurerm } => $"azurerm {azurerm.StorageAccount}/{azurerm.Container}/{azurerm.Key}",
        { Cloud: { } cloud } => $"cloud {cloud.Organization}/{cloud.Workspace}",
        { Http: { } http } => $"http {http.Address}",
        { Pg: { } pg } => $"pg {pg.Schema}",
        _ => $"local {backend.Local?.Path}",
    };
}
