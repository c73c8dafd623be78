using System.Text.RegularExpressions;
using S2SVpn.Constructs.Appliances;
using S2SVpn.Design.Request;
using S2SVpn.Tests.Support;
using YamlDotNet.Serialization;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>What is written onto a machine: every rendered file as it is, and together what starts and finds itself.</summary>
public sealed partial class ApplianceContentTests
{
    public static TheoryData<string, int> All { get; } = new() { { "strongswan", 0 }, { "strongswan-pair", 0 }, { "strongswan-pair", 1 } };

    [Theory]
    [InlineData("strongswan", 0, "/etc/swanctl/conf.d/s2s.conf", "conf")]
    [InlineData("strongswan", 0, "/etc/s2s/tunnels", "txt")]
    [InlineData("strongswan", 0, "/etc/s2s/machine.json", "json")]
    [InlineData("strongswan", 0, "/etc/s2s/filter.nft", "nft")]
    [InlineData("strongswan-pair", 1, "/etc/swanctl/conf.d/s2s.conf", "conf")]
    [InlineData("strongswan-pair", 1, "/etc/s2s/tunnels", "txt")]
    [InlineData("strongswan-pair", 1, "/etc/s2s/machine.json", "json")]
    [InlineData("strongswan-pair", 1, "/etc/s2s/filter.nft", "nft")]
    [InlineData("strongswan-pair", 1, "/etc/s2s/bird.conf", "conf")]
    public void File_OfAnExample_IsThis(string example, int index, string path, string extension) =>
        Snapshot.VerifyNamed(Machines.Files(example, index)[path].Content, $"{example}-{index}{path.Replace('/', '-').Split('.')[0]}", extension);

    [Theory]
    [MemberData(nameof(All))]
    public void CloudInit_OfAMachine_HoldsEveryFileAsItIs(string example, int index)
    {
        var content = ApplianceContents.Of(ApplianceSoftware.Strongswan, Machines.Of(example, index));

        var yaml = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(ApplianceCloudInit.Render(content));

        var written = ((List<object>)yaml["write_files"]).Cast<Dictionary<object, object>>().Select(file => ((string)file["path"], (string)file["permissions"], (string)file["content"]));
        Assert.Equal(content.Files.Select(file => (file.Path, file.Mode, file.Content)), written);
        Assert.Equal(content.Packages, ((List<object>)yaml["packages"]).Cast<string>());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Files_OfAMachine_AreNoTemplatesOfTerraform(string example, int index)
    {
        // What Terraform fills in are the addresses, which stand here already.
        Assert.All(Machines.Files(example, index).Values, file => Assert.DoesNotContain("${", file.Content));
        Assert.All(Machines.Files(example, index).Values, file => Assert.DoesNotContain("%{", file.Content));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Units_OfAMachine_RunProgramsThatAreThere(string example, int index)
    {
        var content = ApplianceContents.Of(ApplianceSoftware.Strongswan, Machines.Of(example, index));
        var files = content.Files.ToDictionary(file => file.Path);
        var run = files.Values.Where(file => file.Path.StartsWith("/etc/systemd/", StringComparison.Ordinal))
            .SelectMany(file => Own().Matches(file.Content).Select(match => match.Value)).Distinct().ToList();

        Assert.NotEmpty(run);
        Assert.All(run, path => Assert.Equal("0755", files[path].Mode));
        Assert.All(content.Units, unit => Assert.True(files.Keys.Any(path => path.Contains($"/{unit}", StringComparison.Ordinal)), unit));
    }

    [Fact]
    public void Files_OfAMachine_HoldNoKeyButSayWhereItIs()
    {
        var machine = Machines.Of("strongswan", 0);

        Assert.Contains(machine.Tunnels[0].Secret, Machines.Files("strongswan", 0)["/etc/s2s/machine.json"].Content);
        Assert.DoesNotContain("secret =", Machines.Files("strongswan", 0)["/etc/swanctl/conf.d/s2s.conf"].Content);
    }

    [GeneratedRegex("/usr/local/sbin/[a-z0-9-]+")]
    private static partial Regex Own();
}
