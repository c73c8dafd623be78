using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;

namespace S2SVpn.Rehearsal.Tests.Lab;

public sealed class TerraformApplyTests
{
    [Fact]
    public async Task Run_OfStacksThatReadEachOther_AppliesThemOnThisDisk()
    {
        Workbench.FindTerraform();
        var first = Stack("first", """
            "resource": { "aws_vpc": { "main": { "cidr_block": "10.2.0.0/16" } } },
            "output": { "vpc": { "value": "${aws_vpc.main.id}" } }
            """);
        var second = Stack("second", """
            "data": { "terraform_remote_state": { "cross-stack-reference-input-first": {
              "backend": "s3", "workspace": "${terraform.workspace}", "config": { "bucket": "far-away", "key": "first.tfstate", "region": "eu-central-1" } } } },
            "resource": { "aws_subnet": { "main": { "cidr_block": "10.2.1.0/24", "vpc_id": "${data.terraform_remote_state.cross-stack-reference-input-first.outputs.vpc}" } } }
            """);
        var state = TerraformState.Read(await TerraformApply.RunAsync([new StackFolder("first", first, State: null), new StackFolder("second", second, State: null)], [], TestContext.Current.CancellationToken));

        Assert.Equal(Assert.Single(state.OfType("aws_vpc")).Id, Assert.Single(state.OfType("aws_subnet")).Text("vpc_id"));
    }

    [Fact]
    public async Task Run_OfAStackThatReadsALaterOne_SaysSo()
    {
        Workbench.FindTerraform();
        var stack = Stack("first", """
            "data": { "terraform_remote_state": { "cross-stack-reference-input-second": { "backend": "s3", "config": {} } } }
            """);
        var exception = await Assert.ThrowsAsync<LabException>(() => TerraformApply.RunAsync([stack], [], TestContext.Current.CancellationToken));

        Assert.Contains("cross-stack-reference-input-second reads a state of a stack that was not applied before", exception.Message);
    }

    [Fact]
    public async Task Run_OfWhatACloudRefuses_SaysWhatItSaid()
    {
        Workbench.FindTerraform();
        var stack = Stack("first", """
            "resource": { "aws_vpc": { "main": { "cidr_block": "10.2.0.0/16" } }, "aws_subnet": { "main": { "cidr_block": "10.9.1.0/24", "vpc_id": "${aws_vpc.main.id}" } } }
            """);
        var exception = await Assert.ThrowsAsync<LabException>(() => TerraformApply.RunAsync([stack], [], TestContext.Current.CancellationToken));

        Assert.StartsWith("The simulated clouds refuse what was synthesized. aws_subnet.main: ", exception.Message);
        Assert.Contains("10.9.1.0/24", exception.Message);
    }

    [Theory]
    [InlineData("", "10.2.0.0/16")]
    [InlineData("terraform.tfvars", "10.3.0.0/16")]
    [InlineData("terraform.tfvars, x.auto.tfvars", "10.4.0.0/16")]
    [InlineData("x.auto.tfvars", "10.4.0.0/16")]
    public async Task Run_OfAStackWithFilesOfValues_TakesThem(string files, string expected)
    {
        Workbench.FindTerraform();
        var texts = new Dictionary<string, string> { ["terraform.tfvars"] = "network = \"10.3.0.0/16\"\nname = \"given\"\n", ["x.auto.tfvars"] = "network = \"10.4.0.0/16\"\n" };
        var stack = new StackFolder("first", Stack("first", """
            "variable": { "network": { "default": "10.2.0.0/16" }, "name": { "type": "string" } },
            "resource": { "aws_vpc": { "main": { "cidr_block": "${var.network}", "tags": { "Name": "${var.name}" } } } }
            """), State: null) { Values = [.. files.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(name => KeyValuePair.Create(name, texts[name]))] };
        var vpc = Assert.Single(TerraformState.Read(await TerraformApply.RunAsync([stack], [], TestContext.Current.CancellationToken)).OfType("aws_vpc"));

        Assert.Equal(expected, vpc.Text("cidr_block"));
        Assert.Equal(files.StartsWith("terraform", StringComparison.Ordinal), vpc.Entry("tags", "Name") == "given");
    }

    // The sizes of the example are for Intel's processors, and so is its image.
    [Theory]
    [InlineData("strongswan-pair", "\"instance_type\":\"[^\"]+\"", "\"instance_type\":\"t4g.small\"", "The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64'")]
    [InlineData("wireguard", "\"size\":\"Standard_[^\"]+\"", "\"size\":\"Standard_B2pts_v2\"", "only supports a CPU Architecture of 'Arm64'")]
    [InlineData("strongswan-pair", "(Version\\\\u0022:\\\\u0022)2012-10-17", "${1}2024-01-01", "must contain a valid version string: it has 2024-01-01")]
    [InlineData("wireguard-pair", "\"principal_type\":\"ServicePrincipal\"", "\"principal_type\":\"User\"", "different from specified PrincipalType 'User'")]
    public async Task Run_OfAMachineThatACloudDoesNotMake_SaysWhy(string example, string from, string to, string said)
    {
        Workbench.FindTerraform();
        var stack = Example.Read(example).Stacks[0].Json.ToJsonString();
        var edited = Regex.Replace(stack, from, to);
        Assert.NotEqual(stack, edited);

        var exception = await Assert.ThrowsAsync<LabException>(() => TerraformApply.RunAsync([edited], [], TestContext.Current.CancellationToken));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    private static string Stack(string name, string body) => $$"""
        {
          "terraform": {
            "required_providers": { "aws": { "source": "hashicorp/aws" } },
            "backend": { "s3": { "bucket": "far-away", "key": "{{name}}.tfstate", "region": "eu-central-1" } }
          },
          "provider": { "aws": [{ "region": "eu-central-1" }] },
          {{body}}
        }
        """;
}
