using S2SVpn.App.Reports;
using S2SVpn.Design;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.App.Tests.Reports;

public sealed class FindingTextTests
{
    private const string Source = "name: shop\naws:\n  region: eu-central-1\n  network: 10.1.0.0/16\nazure: { location: westeurope, network: 10.1.128.0/17 }\n";

    private static readonly Finding Overlap = new()
    {
        Code = "X001",
        Level = FindingLevel.Error,
        Message = "networks overlap: azure.network 10.1.128.0/17 lies inside aws.network 10.1.0.0/16",
        Fix = "Give one side another range, or translate it: link.nat with routing: static.",
        Places =
        [
            new FindingPlace("azure.network", new SourceSpan("s2svpn.yaml", 5, 41, 13)),
            new FindingPlace("aws.network", new SourceSpan("s2svpn.yaml", 4, 12, 11)),
        ],
    };

    private static readonly FindingTextOptions Options = new() { Why = _ => "Traffic to it would never leave the VPC.", More = code => $"rules {code}" };

    [Fact]
    public void Render_TwoPlaces_ShowsBothLinesWithCarets() => Assert.Equal(
        """
        error X001  networks overlap: azure.network 10.1.128.0/17 lies inside aws.network 10.1.0.0/16
          s2svpn.yaml:5:41
             5 | azure: { location: westeurope, network: 10.1.128.0/17 }
               |                                         ^^^^^^^^^^^^^
          s2svpn.yaml:4:12
             4 |   network: 10.1.0.0/16
               |            ^^^^^^^^^^^
          Traffic to it would never leave the VPC.
          Give one side another range, or translate it: link.nat with routing: static.
          More: rules X001

        """,
        new FindingText(Source, Options).Render(Overlap));

    [Fact]
    public void Render_PlacesInOneLine_ShowsItOnce()
    {
        var finding = Overlap with { Places = [Overlap.Places[0], new("azure.location", new SourceSpan("s2svpn.yaml", 5, 20, 10))] };
        Assert.Equal(
            """
            error X001  networks overlap: azure.network 10.1.128.0/17 lies inside aws.network 10.1.0.0/16
              s2svpn.yaml:5:41
              s2svpn.yaml:5:20
                 5 | azure: { location: westeurope, network: 10.1.128.0/17 }
                   |                    ^^^^^^^^^^           ^^^^^^^^^^^^^
              Traffic to it would never leave the VPC.
              Give one side another range, or translate it: link.nat with routing: static.

            """,
            new FindingText(Source, Options with { More = _ => null }).Render(finding));
    }

    [Fact]
    public void Render_NarrowTerminal_WrapsWordsAndCutsLines()
    {
        var text = new FindingText(Source, Options with { Width = 50 }).Render(Overlap);
        Assert.Equal(
            """
            error X001  networks overlap: azure.network
                10.1.128.0/17 lies inside aws.network
                10.1.0.0/16
              s2svpn.yaml:5:41
                 5 | …: westeurope, network: 10.1.128.0/17 }
                   |                         ^^^^^^^^^^^^^
              s2svpn.yaml:4:12
                 4 |   network: 10.1.0.0/16
                   |            ^^^^^^^^^^^
              Traffic to it would never leave the VPC.
              Give one side another range, or translate it:
              link.nat with routing: static.
              More: rules X001

            """,
            text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(57)]
    [InlineData(200)]
    public void Render_AnyWidth_KeepsToItAndShowsTheCarets(int width)
    {
        var source = $"owner: {new string('a', 300)} b\n";
        var finding = Overlap with { Places = [new("owner", new SourceSpan("f", 1, 150, 5))] };
        var lines = new FindingText(source, Options with { Width = width }).Render(finding).Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= Math.Max(40, width), line));
        Assert.Contains(lines, line => line.EndsWith(" ^^^^^", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_Colours_ChangeNothingElse()
    {
        var plain = new FindingText(Source, Options).Render(Overlap);
        var coloured = new FindingText(Source, Options with { Color = true }).Render(Overlap);
        Assert.StartsWith("\e[1;31merror X001  \e[0m\e[1mnetworks", coloured, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", plain, StringComparison.Ordinal);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", ""));
    }

    [Fact]
    public void Render_Warnings_SayWhetherTheyAreAccepted()
    {
        var warning = Overlap with { Level = FindingLevel.Warning };
        var renderer = new FindingText(Source, Options with { Color = true });
        Assert.StartsWith("\e[1;33mwarning X001  ", renderer.Render(warning), StringComparison.Ordinal);
        var accepted = renderer.Render(warning with { AcceptedBecause = "it is a lab" });
        Assert.StartsWith("\e[2maccepted X001  ", accepted, StringComparison.Ordinal);
        Assert.Contains("  Accepted: it is a lab\n", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Several_EndsWithTheirNumber()
    {
        var warning = Overlap with { Level = FindingLevel.Warning };
        var text = new FindingText("").Render([Overlap, warning, warning, warning with { AcceptedBecause = "x" }]);
        Assert.EndsWith("\n\n1 error, 2 warnings, 1 accepted warning\n", text, StringComparison.Ordinal);
        Assert.Equal("no findings\n", new FindingText("").Render([]));
    }

    [Fact]
    public void Render_FindingOfReading_SaysWhyByItself()
    {
        var result = RequestReader.Read("name: shop\nawss: {}\n", "s2svpn.yaml", _ => null);
        var text = new FindingText(result.Text).Render(result.Findings[1]);
        Assert.Equal(
            """
            error REQ002  the request has no key 'awss'
              s2svpn.yaml:2:1
                 2 | awss: {}
                   | ^^^^
              A typo would silently leave the default in effect.
              Did you mean aws? Keys here: name, owner, environment, tags, aws, azure, links, access, probes,
              monitoring, terraform, accept.

            """,
            text);
    }

    [Theory]
    [InlineData("a: 日本 x", 7, 1, "   1 | a: 日本 x", "     |         ^")]
    [InlineData("a: e\u0301 x", 7, 1, "   1 | a: e\u0301 x", "     |      ^")]
    [InlineData("\ta: \ud83d\ude00 x", 8, 1, "   1 |  a: \ud83d\ude00 x", "     |        ^")]
    [InlineData("a: \u001b[31mx", 4, 2, "   1 | a: ?[31mx", "     |    ^^")]
    [InlineData("a: \u202ex", 5, 1, "   1 | a: ?x", "     |     ^")]
    [InlineData("a:", 3, 1, "   1 | a:", "     |   ^")]
    [InlineData("a:", 99, 9, "   1 | a:", "     |   ^")]
    public void Render_SignsOfAnyKind_KeepCaretsBelowThem(string line, int column, int length, string shown, string carets)
    {
        var finding = Overlap with { Places = [new("a", new SourceSpan("f", 1, column, length))] };
        var lines = new FindingText(line).Render(finding).Split('\n');
        Assert.Equal(["  " + shown, "  " + carets], lines[2..4]);
    }

    [Fact]
    public void Render_LineThatIsNotThere_IsLeftOut()
    {
        var finding = Overlap with { Places = [new("a", new SourceSpan("f", 99, 1, 1))] };
        Assert.Equal("  f:99:1", new FindingText("a\n").Render(finding).Split('\n')[1]);
        Assert.Equal("  Give one side", new FindingText("a\n").Render(finding).Split('\n')[2][..15]);
    }

    [Fact]
    public void Render_ManyPlaces_ShowsThreeLinesAndCountsTheRest()
    {
        var finding = new Finding
        {
            Code = "X001",
            Level = FindingLevel.Error,
            Message = "all are one",
            Fix = "Mend them.",
            Places = Enumerable.Range(1, 20).Select(line => new FindingPlace($"a{line}", new SourceSpan("r.yaml", line, 1, 1))).ToValueList(),
        };
        var text = new FindingText(string.Join('\n', Enumerable.Range(1, 20).Select(line => $"x{line}: 1"))).Render(finding);
        Assert.Contains("x3: 1\n", text);
        Assert.DoesNotContain("x4", text);
        Assert.Contains("  and 17 more\n", text);
    }
}
