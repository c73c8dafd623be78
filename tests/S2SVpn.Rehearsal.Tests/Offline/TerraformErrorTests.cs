using System.Text.Json;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.Rehearsal.Tests.Offline;

/// <summary>What is shown of an error of Terraform's: what it says, and never the file in one line.</summary>
public sealed class TerraformErrorTests
{
    [Fact]
    public void Use_OfAConfigurationInOneLine_WritesManyLines()
    {
        var text = LocalStates.Use(JsonSerializer.Serialize(JsonDocument.Parse(Workbench.Starter)), "x.tfstate", new Dictionary<string, string>());

        Assert.True(text.Split('\n').Length > 500);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length < 500, line));
    }

    [Fact]
    public void Plain_OfAnErrorWithAnExcerpt_HasNeitherFrameNorExcerpt()
    {
        var text = TerraformMessages.Plain($$"""
            ╷
            │ Error: Invalid argument
            │
            │   on cdk.tf.json line 1, in resource.aws_vpc.main:
            │    1: {{new string('x', 30_000)}}
            │
            │ It is not what
            │ it should be.
            ╵
            """);

        Assert.Equal("Error: Invalid argument\nIt is not what\nit should be.", text);
    }

    [Theory]
    [InlineData("\"cidr_block\"", "\"cidr_blck\"")]
    [InlineData("\"required_version\": \">= 1.5\"", "\"required_version\": \">= 99\"")]
    [InlineData("\"lifecycle\": {", "\"lifecycle\": { \"prevent\": true,")]
    public async Task Run_OfAConfigurationThatTerraformRefuses_IsShort(string text, string wrong)
    {
        Workbench.FindTerraform();
        var line = JsonSerializer.Serialize(JsonDocument.Parse(Workbench.Starter.Replace(text, wrong, StringComparison.Ordinal)), Plain);
        Assert.DoesNotContain('\n', line);
        var exception = await Assert.ThrowsAsync<LabException>(() => TerraformApply.RunAsync([line], [], TestContext.Current.CancellationToken));

        Assert.True(exception.Message.Length < 2000, exception.Message);
        Assert.DoesNotContain("│", exception.Message);
        Assert.DoesNotContain("tunnel1_", exception.Message);
    }

    [Theory]
    [InlineData("aws_main_route_table_association")]
    [InlineData("aws_network_acl")]
    public async Task Run_WithATypeThatIsNotSimulated_SaysThatTheSimulatedCloudsDoNotHaveIt(string type)
    {
        Workbench.FindTerraform();
        var configuration = System.Text.Json.Nodes.JsonNode.Parse(Workbench.Starter)!;
        configuration["resource"]![type] = new System.Text.Json.Nodes.JsonObject { ["main"] = new System.Text.Json.Nodes.JsonObject { ["vpc_id"] = "vpc-1" } };
        var exception = await Assert.ThrowsAsync<LabException>(() => TerraformApply.RunAsync([configuration.ToJsonString()], [], TestContext.Current.CancellationToken));

        Assert.Contains($"The simulated clouds don't have {type}", exception.Message);
        Assert.DoesNotContain("does not support", exception.Message);
    }

    private static readonly JsonSerializerOptions Plain = new();
}
