using System.Text.Json.Nodes;
using S2SVpn.App.Commands;
using S2SVpn.App.Permissions;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

public sealed class PermissionsTests
{
    private static readonly string[] Minimal =
    [
        "aws_vpc", "aws_subnet", "aws_vpn_gateway", "aws_customer_gateway", "aws_vpn_connection", "azurerm_virtual_network_gateway", "azurerm_key_vault_secret", "random_password",
    ];

    // Local types ask no cloud.
    [Fact]
    public void Table_EveryTypeOfTheBindings_HasALine()
    {
        var types = File.ReadLines(Repository.File("bindings", "manifest.txt"))
            .Select(line => line.Split('#')[0].Trim().Replace("data ", "data.", StringComparison.Ordinal))
            .Where(type => type.Contains("aws_", StringComparison.Ordinal) || type.Contains("azurerm_", StringComparison.Ordinal));
        var known = NeededPermissions.All.Select(entry => entry.Type).ToHashSet();

        Assert.All(types, type => Assert.True(known.Contains(type), $"{type} has no line in Permissions/: what may Terraform do with it?"));
    }

    [Fact]
    public void Table_Line_HasActionsAndASource()
    {
        Assert.All(NeededPermissions.All, entry =>
        {
            Assert.Matches("^hashicorp/terraform-provider-(aws|azurerm) internal/services?/[a-z0-9]+/[a-z0-9_]+\\.go$", entry.Source);
            // It reads the login itself.
            Assert.True(entry.Type == "data.azurerm_client_config" || entry.Read.Concat(entry.Write).Any(), entry.Type);
            Assert.All(entry.Read.Concat(entry.Write), action => Assert.Matches(entry.IsAws ? "^[a-z0-9]+:[A-Z][A-Za-z0-9]+$" : "^Microsoft(\\.[A-Za-z]+)(/[A-Za-z]+)+$", action));
        });
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(160)]
    public void Text_FitsTheWidth(int width) =>
        Snapshot.VerifyNamed(PermissionsCommand.Text(new NeededPermissions(Minimal, plansOnly: false), width), $"Text{width}", "txt");

    [Fact]
    public void Policy_PlanOnly_ChangesNothing()
    {
        var actions = JsonNode.Parse(new NeededPermissions(Minimal, plansOnly: true).AwsPolicy())!["Statement"]![0]!["Action"]!.AsArray().Select(action => (string)action!);

        Assert.All(actions, action => Assert.Matches(":(Describe|Get|List|Search)", action));
    }

    [Fact]
    public void Role_SecretsOfAVault_AreDataActions()
    {
        var role = JsonNode.Parse(new NeededPermissions(Minimal, plansOnly: false).AzureRole("shop-dev", subscription: null))!;

        Assert.Contains("Microsoft.KeyVault/vaults/secrets/setSecret/action", role["DataActions"]!.AsArray().Select(action => (string)action!));
        Assert.DoesNotContain(role["Actions"]!.AsArray(), action => ((string)action!).Contains("/secrets/", StringComparison.Ordinal));
        Assert.Contains("Microsoft.Network/virtualNetworkGateways/write", role["Actions"]!.AsArray().Select(action => (string)action!));
    }

    [Fact]
    public async Task Permissions_Request_ArePrintedForWhatItDeploys()
    {
        using var program = new ProgramRun();

        var run = await program.RunAsync("permissions", VerbRun.Example("minimal"), "--format", "aws-policy");

        Assert.Equal(0, run.ExitCode);
        var actions = JsonNode.Parse(run.Output)!["Statement"]![0]!["Action"]!.AsArray().Select(action => (string)action!).ToList();
        Assert.Contains("ec2:CreateVpnConnection", actions);
        Assert.DoesNotContain("ec2:CreateTransitGateway", actions);
    }

    [Theory]
    [InlineData("permissions", "--format", "json")]
    [InlineData("permissions", "--plan")]
    public async Task Permissions_BadCall_ExitsWith2(params string[] arguments) => Assert.Equal(2, (await VerbRun.OfAsync(100, arguments)).ExitCode);
}
