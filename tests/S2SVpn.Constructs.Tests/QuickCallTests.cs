using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace S2SVpn.Constructs.Tests;

/// <summary>The slim packages write and read messages to Node.js themselves. What is no plain message is as it is with the runtime's own way.</summary>
public sealed class QuickCallTests
{
    private const string Odd = "\"quoted\" \\ back\nnext\u2028line\u0001é😀<&>";

    [Fact]
    public void Get_TextWithOddCharacters_IsTheSameInBothDirections()
    {
        string? read = null;
        var text = Synthesize(stack => read = new TerraformOutput(stack, "odd", new TerraformOutputConfig { Value = "one", Description = Odd }).Description);

        Assert.Equal(Odd, read);
        Assert.Equal(Odd, (string?)JsonNode.Parse(text)!["output"]!["odd"]!["description"]);
    }

    [Fact]
    public void Get_TextThatIsMissing_IsNull()
    {
        string? read = "";
        Synthesize(stack => read = new TerraformOutput(stack, "plain", new TerraformOutputConfig { Value = "one" }).Description);

        Assert.Null(read);
    }

    [Fact]
    public void Get_TextForWhichNodeAsksCSharp_HasItsAnswer()
    {
        string? read = null;
        Synthesis.Synthesize(app =>
        {
            var stack = new NamingStack(app, "naming");
            read = new TerraformOutput(stack, "plain", new TerraformOutputConfig { Value = "one" }).FriendlyUniqueId;
            return stack;
        });

        Assert.Equal("chosen", read);
    }

    [Fact]
    public void Create_SameNameTwice_SaysWhatNodeSays()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Synthesize(stack =>
        {
            _ = new TerraformOutput(stack, "same", new TerraformOutputConfig { Value = "one" });
            _ = new TerraformOutput(stack, "same", new TerraformOutputConfig { Value = "two" });
        }));

        Assert.Contains("There is already a Construct with name 'same'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ArgumentsThatTheRuntimeDoesNotTake_AreRefusedByIt()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Synthesize(stack => _ = new TerraformOutput(stack, "own", new OwnConfig())));

        Assert.Contains($"Could not convert argument '{typeof(OwnConfig)}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_ValuesOfManyKinds_AreWrittenAsTheyAre()
    {
        var text = Synthesize(stack => stack.AddOverride("locals", new Dictionary<string, object>
        {
            ["text"] = Odd,
            ["number"] = 1.5,
            ["whole"] = 7,
            ["yes"] = true,
            ["list"] = new object[] { "a", 2, new Dictionary<string, object> { ["deep"] = false } },
        }));

        var expected = new JsonObject
        {
            ["text"] = Odd,
            ["number"] = 1.5,
            ["whole"] = 7,
            ["yes"] = true,
            ["list"] = new JsonArray("a", 2, new JsonObject { ["deep"] = false }),
        };
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(text)!["locals"]), text);
    }

    [Fact]
    public void Call_ValueThatCSharpMakesLater_IsAskedFor()
    {
        var text = Synthesize(stack => stack.AddOverride("locals.later", Lazy.AnyValue(new Producer())));

        Assert.Equal("made", (string?)JsonNode.Parse(text)!["locals"]!["later"]);
    }

    [Fact]
    public void SlimPackages_AfterAnObject_HaveTheRuntimeLookThroughNoOtherAssembly()
    {
        var isSlim = typeof(TerraformStack).Assembly.GetType("QuickCalls") is not null;
        Synthesize(stack => stack.AddOverride("locals.one", "1"));

        Assert.SkipUnless(isSlim, "The official packages leave that to the runtime.");
        Assert.Equal("SeenAssemblies", SeenAssemblies().GetType().Name);
    }

    private static object SeenAssemblies()
    {
        const BindingFlags hidden = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var runtime = typeof(JsiiClassAttribute).Assembly;
        var services = (IServiceProvider)runtime.GetType("Amazon.JSII.Runtime.Services.ServiceContainer")!.GetProperty("ServiceProvider", hidden)!.GetValue(null)!;
        var cache = services.GetService(runtime.GetType("Amazon.JSII.Runtime.Services.ITypeCache")!)!;
        return cache.GetType().GetField("_assemblies", hidden)!.GetValue(cache)!;
    }

    private static string Synthesize(Action<TerraformStack> fill) => Synthesis.Synthesize(app =>
    {
        var stack = new TerraformStack(app, "calls");
        fill(stack);
        return stack;
    });

    private sealed class NamingStack(Construct scope, string id) : TerraformStack(scope, id)
    {
        protected override string AllocateLogicalId(object tfElement) => "chosen";
    }

    private sealed class OwnConfig : ITerraformOutputConfig
    {
        public object Value => "one";
    }

    private sealed class Producer : DeputyBase, IAnyProducer
    {
        public object Produce(IResolveContext context) => "made";
    }
}
