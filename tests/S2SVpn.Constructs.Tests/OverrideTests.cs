using Constructs;

namespace S2SVpn.Constructs.Tests;

/// <summary>The slim packages make objects without the runtime's search for overridden members, but for those that override one.</summary>
public sealed class OverrideTests
{
    [Fact]
    public void Synthesize_StackThatNamesItsResources_AsksIt()
    {
        var text = Synthesis.Synthesize(app =>
        {
            var stack = new NamingStack(app, "naming");
            _ = new TerraformOutput(stack, "plain", new TerraformOutputConfig { Value = "one" });
            return stack;
        });

        Assert.Contains("\"chosen\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"plain\": {", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Synthesize_StackOfAClassOfItsOwn_IsTheSameObjectInItsTree()
    {
        PlainStack? made = null;
        Synthesis.Synthesize(app => made = new PlainStack(app, "plain"));

        Assert.Same(made, made!.Inner.Node.Scope);
    }

    private sealed class NamingStack(Construct scope, string id) : TerraformStack(scope, id)
    {
        protected override string AllocateLogicalId(object tfElement) => "chosen";
    }

    private sealed class PlainStack : TerraformStack
    {
        public PlainStack(Construct scope, string id) : base(scope, id) => Inner = new Construct(this, "inner");

        public Construct Inner { get; }
    }
}
