using Constructs;
using HashiCorp.Cdktf;
using S2SVpn.Constructs.Aws;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// The whole of a plan in one Terraform configuration. The sides know nothing of each other: this is where the Azure
/// gateway's addresses go to AWS, and where AWS's tunnels come back.
/// </summary>
public sealed class S2SVpnStack : TerraformStack
{
    public S2SVpnStack(Construct scope, ConnectivityPlan plan) : base(scope, plan.Terraform.Stacks[0].Name)
    {
        StackSettings.Apply(this, plan.Terraform);
        var providers = new StackProviders(this, plan);
        var aws = plan.AwsSites.ToDictionary(site => site.Name, site => new AwsVpnSide(this, ConstructIds.Site("aws", site.Name), site, providers.Of(site)));
        var azure = plan.AzureSites.ToDictionary(site => site.Name, site => new AzureVpnSide(this, ConstructIds.Site("azure", site.Name), site, plan.Terraform.Timeouts, providers.Of(site)));
        var keys = new PreSharedKeys(this, "keys", plan.Links.SelectMany(link => link.Keys));
        var outputs = new StackOutputs();
        foreach (var link in plan.Links)
        {
            var ends = aws[link.AwsSite].ConnectTo(link.Name, azure[link.AzureSite].Endpoints, keys);
            azure[link.AzureSite].ConnectTo(link.Name, ends);
            outputs.Add(link, azure[link.AzureSite].Endpoints, ends);
        }

        outputs.WriteTo(this);
    }
}
