using S2SVpn.Rehearsal.Offline;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Offline;

public sealed class MissingVariablesTests : IDisposable
{
    private const string Stack = """{ "variable": { "psk_a": { "type": "string" }, "psk_b": {}, "free": { "default": null } } }""";

    private readonly TemporaryFolder _folder = new();

    public MissingVariablesTests()
    {
        Directory.CreateDirectory(_folder["cdktf.out", "stacks", "one"]);
        File.WriteAllText(_folder["cdk.tf.json"], Stack);
        File.WriteAllText(_folder["cdktf.out", "stacks", "one", "cdk.tf.json"], Stack);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("terraform", "plan")]
    [InlineData("/cdktf/terraform", "apply", "-auto-approve")]
    public void Of_TerraformThatAsks_NamesEachWithAKeyOfItsOwn(params string[] command)
    {
        var text = MissingVariables.Of([command[0], $"-chdir={_folder.Path}", .. command.Skip(1)]);

        Assert.Contains("TF_VAR_psk_a=Simulated.", text);
        Assert.Contains("TF_VAR_psk_b=Simulated.", text);
        Assert.DoesNotContain("free", text);
        Assert.NotEqual(SimulatedKey.Of("psk_a"), SimulatedKey.Of("psk_b"));
    }

    [Fact]
    public void Of_Cdktf_LooksIntoItsStacks() =>
        Assert.Contains("TF_VAR_psk_a=", MissingVariables.Of(["npx", "cdktf", "deploy", $"-chdir={_folder.Path}"]));

    [Theory]
    [InlineData("terraform", "init")]
    [InlineData("terraform", "output")]
    [InlineData("sh", "plan")]
    [InlineData("terraform", "plan", "-var", "psk_a=x", "-var=psk_b=x")]
    public void Of_WhatAsksForNothing_IsNull(params string[] command) =>
        Assert.Null(MissingVariables.Of([command[0], $"-chdir={_folder.Path}", .. command.Skip(1)]));

    [Theory]
    [InlineData("terraform.tfvars", "plan")]
    [InlineData("keys.auto.tfvars.json", "plan")]
    [InlineData("other", "plan -var-file=other")]
    [InlineData("other", "plan -var-file other")]
    public void Of_VariablesOfAFile_NamesOnlyTheOthers(string file, string command)
    {
        File.WriteAllText(_folder[file], "psk_a = \"x\"");
        var text = MissingVariables.Of(["terraform", $"-chdir={_folder.Path}", .. command.Split(' ')]);

        Assert.DoesNotContain("TF_VAR_psk_a", text);
        Assert.Contains("TF_VAR_psk_b", text);
    }

    [Fact]
    public void Of_WhatIsNoJson_IsLeftToTerraform()
    {
        File.WriteAllText(_folder["cdk.tf.json"], "{");

        Assert.Null(MissingVariables.Of(["terraform", $"-chdir={_folder.Path}", "plan"]));
    }
}
