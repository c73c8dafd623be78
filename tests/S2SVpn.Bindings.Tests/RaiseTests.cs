using S2SVpn.Tests.Support;

namespace S2SVpn.Bindings.Tests;

/// <summary>What 'node bindings/raise.mjs' shows of newer providers.</summary>
public sealed class RaiseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SchemaChanges_OfTwoVersions_NameWhatIsNewGoneAndOther()
    {
        var told = await NodeAsync($$"""
            import { schemaChanges } from "{{Module("schema-changes.mjs")}}";
            const schema = (block) => ({ provider_schemas: { "registry.terraform.io/hashicorp/aws": { provider: { block: {} }, resource_schemas: { aws_route: { block } }, data_source_schemas: {} } } });
            const before = schema({ attributes: { old: { type: "string", optional: true }, same: { type: "bool", required: true }, wider: { type: "number", required: true } } });
            const after = schema({
              attributes: { same: { type: "bool", required: true }, wider: { type: "number", optional: true, computed: true } },
              block_types: { peer: { nesting_mode: "list", max_items: 1, block: { attributes: { inner: { type: "string", optional: true } } } } },
            });
            for (const { at, what } of schemaChanges(before, after)) console.log(`${at}: ${what}`);
            """);

        Assert.Equal(
            ["aws_route old: gone: was optional string", "aws_route peer: new: optional block", "aws_route wider: changed: required number -> optional and computed number"], told);
    }

    [Fact]
    public async Task Marks_OfAProvidersSource_TellWhatIsDeprecatedAndReplacesNow()
    {
        var git = Command.Find("git");
        Assert.SkipWhen(git is null, "Needs git in PATH.");
        var file = Path.Combine(Directory.CreateDirectory(_folder["internal", "service", "ec2"]).FullName, "route.go");
        await CommitAsync("v1", """
            // @SDKResource("aws_route", name="Route")
            func resourceRoute() *schema.Resource { return &schema.Resource{ Schema: map[string]*schema.Schema{
                "target": { Type: schema.TypeString, Optional: true },
                "peer": { Type: schema.TypeList, Optional: true, Elem: &schema.Resource{ Schema: map[string]*schema.Schema{
                    "inner": { Type: schema.TypeString, Required: true },
                } } },
            } } }
            """);
        await CommitAsync("v2", """
            // @SDKResource("aws_route", name="Route")
            func resourceRoute() *schema.Resource { return &schema.Resource{ Schema: map[string]*schema.Schema{
                "target": { Type: schema.TypeString, Optional: true, Deprecated: "use peer instead" },
                "peer": { Type: schema.TypeList, Optional: true, Elem: &schema.Resource{ Schema: map[string]*schema.Schema{
                    "inner": { Type: schema.TypeString, Required: true, ForceNew: true },
                } } },
            } } }
            """);

        var told = await NodeAsync($$"""
            import { readMarks } from "{{Module("provider-source.mjs")}}";
            import { markChanges } from "{{Module("schema-changes.mjs")}}";
            const [before, after] = ["v1", "v2"].map((tag) => readMarks({{System.Text.Json.JsonSerializer.Serialize(_folder.Path)}}, tag, { type: "aws_route", data: false }));
            for (const { at, what } of markChanges(before, after)) console.log(`${at}: ${what}`);
            """);

        Assert.Equal(["aws_route target: now deprecated: use peer instead", "aws_route peer.inner: now replacing: a change makes the resource anew"], told);

        async Task CommitAsync(string tag, string source)
        {
            await File.WriteAllTextAsync(file, source, TestContext.Current.CancellationToken);
            foreach (var arguments in new[] { "init -q", "add internal", "-c user.name=test -c user.email=test@example.com commit -qm source", $"tag {tag}" })
            {
                var run = await Command.RunAsync(git, arguments.Split(' '), _folder.Path);
                Assert.True(run.ExitCode == 0, run.Error);
            }
        }
    }

    [Fact]
    public async Task Raise_UnknownFlavour_SaysHowItIsCalled()
    {
        var run = await Command.RunAsync("node", [Repository.File("bindings", "raise.mjs"), "pulumi"], _folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Usage: node bindings/raise.mjs FLAVOUR", run.Error);
    }

    private static string Module(string name) => new Uri(Repository.File("bindings", name)).AbsoluteUri;

    private async Task<string[]> NodeAsync(string script)
    {
        await File.WriteAllTextAsync(_folder["script.mjs"], script, TestContext.Current.CancellationToken);
        var run = await Command.RunAsync("node", [_folder["script.mjs"]], _folder.Path);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
