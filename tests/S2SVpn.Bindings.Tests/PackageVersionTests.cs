using System.Text.RegularExpressions;
using S2SVpn.Tests.Support;

namespace S2SVpn.Bindings.Tests;

/// <summary>Which packages a build takes.</summary>
public sealed class PackageVersionTests : IDisposable
{
    private readonly BindingsCopy _bindings = new();

    public void Dispose() => _bindings.Dispose();

    [Fact]
    public async Task Key_ManifestChanged_IsAnother()
    {
        var before = await _bindings.KeyAsync();
        File.AppendAllText(Path.Combine(_bindings.Bindings, "manifest.txt"), "aws_eip\n");
        var after = await _bindings.KeyAsync();

        Assert.Matches("^h[0-9a-f]{12}$", before);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task Key_OfARememberedFlavour_IsAnother()
    {
        var before = await _bindings.KeyAsync();
        _bindings.Remember("terrain\n");

        Assert.NotEqual(before, await _bindings.KeyAsync());
    }

    [Theory]
    [InlineData("cdktf", "0.21.0")]
    [InlineData("terrain", "0.24.0")]
    public async Task Versions_OfficialPackages_AreThePublishedOnes(string flavour, string version)
    {
        var project = Repository.File("src", "S2SVpn.Constructs", "S2SVpn.Constructs.csproj");
        var slim = await Command.RunAsync("dotnet", ["msbuild", project, "-getItem:PackageVersion", $"-p:Cdk={flavour}"], Repository.Root);
        var official = await Command.RunAsync("dotnet", ["msbuild", project, "-getItem:PackageVersion", $"-p:Cdk={flavour}", "-p:CdktfPackages=official"], Repository.Root);

        Assert.Matches($@"""Version"": ""{Regex.Escape(version)}-slim\.h[0-9a-f]{{12}}""", slim.Output);
        Assert.Contains($@"""Version"": ""{version}""", official.Output);
        Assert.DoesNotContain("-slim.", official.Output);
    }
}
