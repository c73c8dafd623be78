using S2SVpn.Rehearsal.Offline;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Offline;

public sealed class StackFolderTests : IDisposable
{
    private const string Good = """
        {
          "terraform": { "backend": { "local": { "path": "terraform.shop-dev.tfstate" } }, "required_providers": { "aws": { "source": "registry.terraform.io/hashicorp/aws" } } },
          "resource": { "aws_vpc": { "main": { "cidr_block": "10.2.0.0/16" } } }
        }
        """;

    private const string State = """{ "version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "x", "outputs": {}, "resources": [] }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("terraform.shop-dev.tfstate", Good)]
    [InlineData("terraform.tfstate", """{ "terraform": { "backend": { "s3": { "bucket": "far-away" } } }, "resource": {} }""")]
    public void Read_OfAStack_HasItsStateAndTouchesNothing(string state, string configuration)
    {
        Write("shop-dev/cdk.tf.json", configuration);
        Write($"shop-dev/{state}", State);
        var before = File.GetLastWriteTimeUtc(_folder["shop-dev", state]);
        var stack = Assert.Single(Read("shop-dev/"));

        Assert.Equal(State, stack.State);
        Assert.Equal(before, File.GetLastWriteTimeUtc(_folder["shop-dev", state]));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder["shop-dev"]).Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Read_OfAStackThatIsNotDeployed_HasNoState(string? state)
    {
        Write("shop-dev/cdk.tf.json", Good);
        if (state is not null)
        {
            Write("shop-dev/terraform.shop-dev.tfstate", state);
        }

        Assert.Null(Assert.Single(Read("shop-dev")).State);
    }

    [Fact]
    public void Read_OfSeveralStacks_HasThemInTheOrderOfThePlan()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            Write($"stacks/{name}/cdk.tf.json", Good.Replace("shop-dev", name, StringComparison.Ordinal));
        }

        Assert.Equal(["c", "a", "b"], Read("", "c", "a", "b").Select(stack => stack.Name));
    }

    [Fact]
    public void Read_OfAStackOfAnotherRequest_SaysOfWhich()
    {
        Write("stacks/shop-dev/cdk.tf.json", Good);

        Assert.Contains("is the stack shop-dev, and s2svpn.yaml describes lab-dev. Give the request that it was made from", Failure("stacks/shop-dev", "lab-dev"));
    }

    [Fact]
    public void Read_OfOneOfSeveralStacks_SaysWhichIsMissing()
    {
        Write("stacks/shop-dev/cdk.tf.json", Good);

        Assert.Contains("has no stack other, which s2svpn.yaml describes. A rehearsal needs all of its stacks", Failure("stacks/shop-dev", "shop-dev", "other"));
    }

    [Fact]
    public void Read_OfAFolderWithoutAStack_SaysWhatToGive()
    {
        Assert.Contains("has neither a cdk.tf.json nor stacks/NAME/cdk.tf.json", Failure(""));
    }

    [Theory]
    [InlineData("{ \"a\": \n }", "is not Terraform's JSON: it is not valid JSON in line 2, column 2.")]
    [InlineData("", "is not valid JSON in line 1")]
    [InlineData("[]", "it has to be an object")]
    [InlineData("null", "it has to be an object")]
    [InlineData("""{ "a": 1, "a": 2 }""", "an object in it has a name twice")]
    [InlineData("{}", "it has no 'terraform' or no 'resource'")]
    [InlineData("""{ "terraform": {}, "resource": [] }""", "its 'resource' is a list of blocks")]
    [InlineData("""{ "terraform": {}, "resource": {}, "module": { "x": { "source": "git::https://example.com/x" } } }""", "it uses modules")]
    [InlineData("""{ "terraform": { "required_providers": { "x": { "source": "example/x" } } }, "resource": {} }""", "it needs the provider example/x, but only aws, azurerm, random, tls are simulated")]
    [InlineData("""{ "terraform": { "required_providers": { "aws": { "source": "example.com/hashicorp/aws" } } }, "resource": {} }""", "it needs the provider example.com/hashicorp/aws")]
    [InlineData("""{ "terraform": {}, "resource": {}, "data": { "external": { "x": { "program": ["sh"] } } } }""", "it needs the provider of external")]
    [InlineData("""{ "terraform": {}, "resource": { "terraform_data": { "x": { "provisioner": [{ "local-exec": { "command": "id" } }] } } } }""", "terraform_data.x has a provisioner")]
    [InlineData("""{ "terraform": {}, "resource": { "terraform_data": [{ "x": [{ "provisioner": { "local-exec": { "command": "id" } } }] }] } }""", "terraform_data.x has a provisioner")]
    [InlineData("""{ "terraform": {}, "resource": {}, "removed": [{ "from": "terraform_data.x", "lifecycle": { "destroy": true }, "provisioner": { "local-exec": { "when": "destroy", "command": "id" } } }] }""", "the 'removed' block of terraform_data.x has a provisioner")]
    [InlineData("""{ "terraform": {}, "resource": {}, "check": { "x": { "data": { "external": { "x": { "program": ["sh"] } } } } } }""", "it needs the provider of external")]
    [InlineData("""{ "terraform": {}, "resource": {}, "provider": { "example": {} } }""", "it needs the provider example, but only")]
    public void Read_OfWhatIsNoStack_SaysWhy(string configuration, string expected)
    {
        Write("shop-dev/cdk.tf.json", configuration);
        var failure = Failure("shop-dev");

        Assert.Contains(expected, failure);
        Assert.Contains("cdk.tf.json", failure);
        Assert.DoesNotContain("\n", failure);
    }

    [Theory]
    [InlineData("""{ "version": 3, "modules": [] }""", "is a state of version 3, and a rehearsal reads version 4")]
    [InlineData("""{ "version": 5, "resources": [] }""", "is a state of version 5")]
    [InlineData("""{ "version": 4, "resources": [{ "provider": "provider[\"registry.terraform.io/example/x\"]" }] }""", "it needs the provider registry.terraform.io/example/x, but only aws,")]
    [InlineData("""{ "version": 4, "resources": [{ "provider": "module.x.provider[\"registry.terraform.io/hashicorp/null\"].west" }] }""", "it needs the provider registry.terraform.io/hashicorp/null")]
    [InlineData("""{ "version": 4 }""", "is not a Terraform state: it has no version or no list of resources")]
    [InlineData("""{ "version": "4", "resources": [] """, "is not a Terraform state: it is not valid JSON in line 1")]
    [InlineData("""{ "key": SuperSecret.1 }""", "is not a Terraform state: it is not valid JSON in line 1")]
    public void Read_OfWhatIsNoState_SaysWhyAndShowsNothingOfIt(string state, string expected)
    {
        Write("shop-dev/cdk.tf.json", Good);
        Write("shop-dev/terraform.shop-dev.tfstate", state);
        var failure = Failure("shop-dev");

        Assert.Contains(expected, failure);
        Assert.DoesNotContain("SuperSecret", failure);
    }

    [Fact]
    public void Read_OfAStateOfSimulatedProviders_TakesIt()
    {
        const string state = """{ "version": 4, "resources": [{ "provider": "provider[\"registry.terraform.io/hashicorp/aws\"].west" }, { "provider": "provider[\"terraform.io/builtin/terraform\"]" }] }""";
        Write("shop-dev/cdk.tf.json", Good);
        Write("shop-dev/terraform.shop-dev.tfstate", state);

        Assert.Equal(state, Assert.Single(Read("shop-dev")).State);
    }

    // Opening it would wait for whoever writes.
    [Fact]
    public async Task Read_OfAPipe_TakesItForEmpty()
    {
        Assert.SkipWhen(Command.Find("mkfifo") is null, "There is no mkfifo.");
        Write("shop-dev/other", "");
        await Command.RunAsync("mkfifo", [_folder["shop-dev/cdk.tf.json"]], _folder.Path);

        Assert.Contains("is not valid JSON in line 1", Failure("shop-dev"));
    }

    [Theory]
    [InlineData("override.tf")]
    [InlineData("cdk_override.tf.json")]
    public void Read_OfAStackWithAnotherFile_SaysThatItIsNotRead(string other)
    {
        Write("shop-dev/cdk.tf.json", Good);
        Write($"shop-dev/{other}", "");

        Assert.Contains($"{other} lies beside cdk.tf.json, and a rehearsal reads only that one", Failure("shop-dev"));
    }

    // In the order in which Terraform reads them: what is later counts.
    [Fact]
    public void Read_OfAStackWithFilesOfValues_HasThoseThatTerraformReadsByItself()
    {
        Write("shop-dev/cdk.tf.json", Good);
        foreach (var name in new[] { "b.auto.tfvars", "a.auto.tfvars.json", "terraform.tfvars.json", "terraform.tfvars", "other.tfvars" })
        {
            Write($"shop-dev/{name}", $"# {name}");
        }

        Assert.Equal(
            ["terraform.tfvars", "terraform.tfvars.json", "a.auto.tfvars.json", "b.auto.tfvars"],
            Assert.Single(Read("shop-dev")).Values.Select(file => file.Value[2..]));
    }

    private string Failure(string folder, params string[] stacks) => Assert.Throws<OfflineException>(() => Read(folder, stacks)).Message;

    private IReadOnlyList<StackFolder> Read(string folder, params string[] stacks) =>
        StackFolder.Read(Path.Combine(_folder.Path, folder), "s2svpn.yaml", stacks is [] ? ["shop-dev"] : stacks);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
        File.WriteAllText(_folder[file], text);
    }
}
