using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Design.Rules;
using S2SVpn.Tests.Support;

namespace S2SVpn.Bindings.Tests;

/// <summary>
/// Every argument of every resource of the manifest stands in arguments.tsv, or where only the newer providers of another flavour take it, in
/// the flavour's own file: how its provider checks it, and what holds that
/// here. Held by: rules by their codes; a pattern of the request; a type that has no other values; the plan, which makes it;
/// a reference to something that is made or that the request names by a checked id; a constant; or "not written".
/// </summary>
public sealed partial class ArgumentTests
{
    private static readonly string[][] Rows =
    [
        .. new[] { "arguments.tsv", $"arguments.{Flavour.Name}.tsv" }.Select(file => Repository.File("tests", "S2SVpn.Bindings.Tests", file)).Where(File.Exists)
            .SelectMany(file => File.ReadAllLines(file).Skip(1)).Select(line => line.Split('\t')),
    ];

    [Fact]
    public void Table_Arguments_AreThoseOfTheSchema()
    {
        var file = Path.Combine(typeof(ArgumentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "BindingsPackages").Value!, "schema.json");
        var providers = JsonNode.Parse(File.ReadAllText(file))!["provider_schemas"]!.AsObject();
        var inSchema = providers.SelectMany(provider => new[] { (Kind: "resource_schemas", Before: ""), (Kind: "data_source_schemas", Before: "data ") }
            .SelectMany(kind => provider.Value![kind.Kind]!.AsObject().SelectMany(type => Arguments(type.Value!["block"]!, "").Select(argument => $"{kind.Before}{type.Key} {argument}")))
            .Concat(Arguments(provider.Value!["provider"]!["block"]!, "").Select(argument => $"provider {provider.Key.Split('/')[^1]} {argument}")));

        Assert.Equal(inSchema.Order(StringComparer.Ordinal), Rows.Select(row => $"{row[0]} {row[1]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_Rules_Exist() => Assert.All(
        Rows.SelectMany(row => Code().Matches(row[4]).Select(match => match.Value)), code => Assert.NotNull(RuleBook.Find(code)));

    [Fact]
    public void Table_EveryRow_SaysWhatHoldsIt() =>
        Assert.All(Rows, row => Assert.Matches("^((AWS|AZ|X)[0-9]{3}[a-z]?( |$))+$|^(pattern|type|plan) \\S+$|^(reference|constant|not written)$|^not checked: .", row[4]));

    // Facts, in words and values, and nobody's code.
    [Fact]
    public void Table_Validations_AreWordsAndValues() => Assert.All(Rows, row => Assert.DoesNotMatch(@"[{}\[\]]\w*\{|\w\(|validat|TODO|//", row[2]));

    private static IEnumerable<string> Arguments(JsonNode block, string before) =>
    [
        .. from attribute in (block["attributes"]?.AsObject() ?? []).AsEnumerable()
           where (bool?)attribute.Value!["required"] == true || (bool?)attribute.Value["optional"] == true
           select before + attribute.Key,
        .. from type in (block["block_types"]?.AsObject() ?? []).AsEnumerable()
           where type.Key != "timeouts"
           from argument in Arguments(type.Value!["block"]!, $"{before}{type.Key}.")
           select argument,
    ];

    [GeneratedRegex("\\b(AWS|AZ|X)[0-9]{3}[a-z]?\\b")]
    private static partial Regex Code();
}
