using S2SVpn.App.Reports;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Reports;

public sealed class SchemaPageTests
{
    [Fact]
    public void Markdown_Schema_IsWhatIsCommitted()
    {
        var file = Repository.File("docs", "request.md");
        if (Snapshot.IsAccepted)
        {
            File.WriteAllText(file, SchemaPage.Markdown());
        }

        Assert.True(File.ReadAllText(file).ReplaceLineEndings("\n") == SchemaPage.Markdown(), "docs/request.md is not what the schema says. Write it anew: dotnet run --project src/S2SVpn.App -- schema --markdown > docs/request.md");
    }

    // 'each.NAME.keys', 'pfsGroup' and the like: wherever a value has keys, they are there.
    [Theory]
    [InlineData("| `tunnelDown` |")]
    [InlineData("| `pfsGroup` | [links[].crypto.ike.dhGroup](#linkscryptoikedhgroup) |")]
    [InlineData("| `aes256-gcm` |")]
    [InlineData("Its `cidrs` alone may take its place.")]
    public void Markdown_EveryDepth_IsDescribed(string part) => Assert.Contains(part, SchemaPage.Markdown(), StringComparison.Ordinal);
}
