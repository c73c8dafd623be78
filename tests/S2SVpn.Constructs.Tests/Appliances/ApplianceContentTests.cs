using System.Text.RegularExpressions;
using S2SVpn.Constructs.Appliances;
using S2SVpn.Design;
using S2SVpn.Design.Catalogue;
using S2SVpn.Tests.Support;
using YamlDotNet.Serialization;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>What is written onto a machine: every rendered file as it is, and together what starts and finds itself.</summary>
public sealed partial class ApplianceContentTests
{
    public static TheoryData<string, int, Cloud> All { get; } = new()
    {
        { "strongswan", 0, Cloud.Aws }, { "strongswan-pair", 0, Cloud.Aws }, { "strongswan-pair", 1, Cloud.Aws }, { "strongswan-azure", 0, Cloud.Azure },
        { "wireguard", 0, Cloud.Aws }, { "wireguard", 0, Cloud.Azure }, { "wireguard-pair", 1, Cloud.Aws }, { "wireguard-pair", 1, Cloud.Azure },
    };

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
    [InlineData(Cloud.Aws, "/etc/s2s/wireguard/s2s0.conf", "conf")]
    [InlineData(Cloud.Aws, "/etc/s2s/tunnels", "txt")]
    [InlineData(Cloud.Aws, "/etc/s2s/machine.json", "json")]
    [InlineData(Cloud.Aws, "/etc/s2s/bird.conf", "conf")]
    [InlineData(Cloud.Aws, "/etc/s2s/filter.nft", "nft")]
    [InlineData(Cloud.Azure, "/etc/s2s/wireguard/s2s0.conf", "conf")]
    [InlineData(Cloud.Azure, "/etc/s2s/tunnels", "txt")]
    [InlineData(Cloud.Azure, "/etc/s2s/machine.json", "json")]
    [InlineData(Cloud.Azure, "/etc/s2s/bird.conf", "conf")]
    [InlineData(Cloud.Azure, "/etc/s2s/filter.nft", "nft")]
    public void File_OfWireguard_IsThis(Cloud cloud, string path, string extension) => Snapshot.VerifyNamed(
        Machines.Files("wireguard", 0, cloud)[path].Content, $"wireguard-{Words.Of(cloud)}{path.Replace('/', '-').Split('.')[0]}", extension);

    [Theory]
    [InlineData(Cloud.Aws)]
    [InlineData(Cloud.Azure)]
    public void Files_OfWireguard_HoldNoKey(Cloud cloud) =>
        Assert.All(Machines.Files("wireguard", 0, cloud).Values, file => Assert.DoesNotContain("Key = ", file.Content.Replace("PrivateKey = \" +", "").Replace("PublicKey = \" +", "")));

    [Theory]
    [MemberData(nameof(All))]
    public void CloudInit_OfAMachine_HoldsEveryFileAsItIs(string example, int index, Cloud cloud)
    {
        var content = Machines.Content(example, index, cloud);

        var yaml = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(ApplianceCloudInit.Render(content));

        var written = ((List<object>)yaml["write_files"]).Cast<Dictionary<object, object>>().Select(file => ((string)file["path"], (string)file["permissions"], (string)file["content"]));
        Assert.Equal(content.Files.Select(file => (file.Path, file.Mode, file.Content)), written);
        Assert.Equal(content.Packages, ((List<object>)yaml["packages"]).Cast<string>());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Files_OfAMachine_AreNoTemplatesOfTerraform(string example, int index, Cloud cloud)
    {
        // What Terraform fills in are the addresses, which stand here already.
        Assert.All(Machines.Files(example, index, cloud).Values, file => Assert.DoesNotContain("${", file.Content));
        Assert.All(Machines.Files(example, index, cloud).Values, file => Assert.DoesNotContain("%{", file.Content));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Units_OfAMachine_RunProgramsThatAreThere(string example, int index, Cloud cloud)
    {
        var content = Machines.Content(example, index, cloud);
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
