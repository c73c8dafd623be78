using System.Xml.Linq;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>The library as others get it.</summary>
public sealed class PackageTests(Packages packages) : IClassFixture<Packages>, IDisposable
{
    private const string Assembly = "S2SVpn.Constructs";
    private const string Design = "S2SVpn.Design";

    private static readonly string[] Providers = ["Aws", "Azurerm", "Random", "Tls"];
    private static readonly string Id = Flavour.IsDefault ? Assembly : $"{Assembly}.Terrain";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pack_Constructs_HoldsAssemblyDocsAndReadme()
    {
        var files = packages.Files(Id);

        Assert.Contains($"lib/net10.0/{Assembly}.dll", files);
        Assert.Contains("README.md", files);
        Assert.Contains("README.md", packages.Files(Design));
        Assert.Contains("T:S2SVpn.Constructs.Aws.AwsVpnSide", packages.Text(Id, $"lib/net10.0/{Assembly}.xml"), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Repository.File("src", Assembly, "README.md")), packages.Text(Id, "README.md"));
        Assert.Contains("M:S2SVpn.Design.Checking.SingleSidePlanner.Plan", packages.Text(Design, $"lib/net10.0/{Design}.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Assembly)]
    [InlineData(Design)]
    public void Pack_Any_SaysWhatItIs(string assembly)
    {
        var nuspec = packages.Nuspec(assembly == Assembly ? Id : assembly);

        Assert.Equal("MIT", Value(nuspec, "license"));
        Assert.True(Value(nuspec, "description").Length > 50);
        Assert.Contains("vpn", Value(nuspec, "tags"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pack_Constructs_AsksForWhatAnybodyCanRestore()
    {
        var asked = packages.Nuspec(Id).Descendants().Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(dependency => (string)dependency.Attribute("id")!, dependency => (string)dependency.Attribute("version")!);

        Assert.All(asked.Values, version => Assert.DoesNotContain("-", version, StringComparison.Ordinal));
        Assert.Equal(
            [.. Providers.Select(provider => $"{Flavour.Namespace}.Providers.{provider}").Concat(["Amazon.JSII.Runtime", "Constructs", Flavour.Namespace, Design]).Order(StringComparer.Ordinal)],
            asked.Keys.Where(id => id != "YamlDotNet").Order(StringComparer.Ordinal));
        Assert.Equal(Value(packages.Nuspec(Design), "version"), asked[Design]);
        Assert.Equal(Flavour.Version, asked[Flavour.Namespace]);
        Assert.Equal(Flavour.VersionOf(Flavour.Name, "/provider-aws"), asked[$"{Flavour.Namespace}.Providers.Aws"]);
    }

    [Fact]
    public async Task Readme_ItsExample_BuildsAndRunsWithThePackages()
    {
        await packages.AddOfficialVersionsAsync();
        File.WriteAllText(_folder["Stack.cs"], Flavour.InItsWords(Example(Id, "csharp")));
        File.WriteAllText(_folder["Program.cs"], $"var app = new {Flavour.Namespace}.App();\n_ = new OfficeFirewallStack(app, \"office\");\napp.Synth();\n");

        await RunAsync(Id);

        Assert.DoesNotContain("-slim", File.ReadAllText(_folder["obj", "project.assets.json"]), StringComparison.Ordinal);
        var configuration = new Configuration(File.ReadAllText(_folder["cdktf.out", "stacks", "office", "cdk.tf.json"]));
        Assert.Single(configuration.OfType("aws_vpn_connection"));
    }

    [Fact]
    public async Task ReadmeOfDesign_ItsExample_PrintsTheTunnelsThatItNames()
    {
        File.WriteAllText(_folder["Program.cs"], Example(Design, "csharp"));
        File.WriteAllText(_folder["vpn.yaml"], Example(Design, "yaml"));

        var tunnels = (await RunAsync(Design)).TrimEnd().Split('\n');

        Assert.Equal(4, tunnels.Length);
        Assert.Contains($"prints four tunnels, the first as `{tunnels[0]}`", packages.Text(Design, "README.md"), StringComparison.Ordinal);
    }

    /// <summary>Builds the folder's sources as a program that has the package, and runs it there.</summary>
    private async Task<string> RunAsync(string id)
    {
        // What isn't made here has been restored for this test project, and is in NuGet's own folder.
        var restored = (await Packages.DotnetAsync(_folder.Path, "nuget", "locals", "global-packages", "--list")).Split(": ", 2)[1].Trim();
        File.WriteAllText(_folder["nuget.config"], $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packages" value="{packages.Path}" />
                <add key="restored" value="{restored}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(_folder["Office.csproj"], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestorePackagesPath>{_folder["packages"]}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{id}" Version="{Value(packages.Nuspec(id), "version")}" />
              </ItemGroup>
            </Project>
            """);

        await Packages.DotnetAsync(_folder.Path, "build", "--disable-build-servers");
        return await Packages.DotnetAsync(_folder.Path, _folder["bin", "Debug", "net10.0", "Office.dll"]);
    }

    /// <summary>The first block of that language in a package's README.</summary>
    private string Example(string id, string language) => packages.Text(id, "README.md").Split($"```{language}\n")[1].Split("```")[0];

    private static string Value(XElement nuspec, string name) => nuspec.Descendants().First(element => element.Name.LocalName == name).Value;
}
