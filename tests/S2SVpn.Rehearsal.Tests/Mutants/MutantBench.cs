using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Lab;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Mutants;

/// <summary>Tells what becomes of the mutants of an example.</summary>
internal sealed class MutantBench
{
    private static readonly JsonSerializerOptions Plain = new() { Converters = { new AsText<Ipv4>(), new AsText<Cidr>() } };

    private readonly JsonObject _configuration;
    private readonly LabDesign _design;
    private readonly string _state;
    private readonly string _layout;

    private MutantBench(string example, JsonObject configuration, LabDesign design, string state)
    {
        (Example, _configuration, _design, _state) = (example, configuration, design, state);
        _layout = Layout(configuration, state);
    }

    /// <summary>The name of the example.</summary>
    public string Example { get; }

    public static async Task<MutantBench> OfAsync(string example)
    {
        var configuration = Assert.Single(Examples.Example.Read(example).Stacks).Json;
        var design = LabBench.Designed(File.ReadAllText(Repository.File("examples", $"{example}.yaml")));
        return new MutantBench(example, configuration, design, (await TerraformApply.RunAsync([configuration.ToJsonString()], design.Existing, CancellationToken.None))[0]);
    }

    public IEnumerable<Mutant> Mutants() => new MutantMaker(_configuration).All();

    public async Task<(MutantFate Fate, string Said)> TryAsync(Mutant mutant)
    {
        string state;
        try
        {
            state = mutant.IsRemoval ? Without(mutant.Address) : (await TerraformApply.RunAsync([mutant.Configuration.ToJsonString()], _design.Existing, CancellationToken.None))[0];
        }
        catch (LabException exception)
        {
            return (MutantFate.Refused, exception.Message);
        }

        try
        {
            if (!mutant.IsRemoval && Values(mutant, state) == Values(mutant, _state))
            {
                return (MutantFate.Same, "");
            }

            if (Layout(mutant.Configuration, state) == _layout)
            {
                return (MutantFate.Unseen, "");
            }

            var report = await LabBench.RunAsync(new StateEdits(state), _design, new LabOptions { SkipDrills = true, PatienceSeconds = 3 });
            var said = string.Join('\n', report.Checks.Where(check => !check.Passed).Select(check =>
                $"{check.Group} {check.Name}: {check.Explanation?.Cause} {check.Explanation?.Aws} {check.Explanation?.Azure} {string.Join(' ', check.Explanation?.Resources ?? [])} {check.Explanation?.Log}"));
            return (report.Passed ? MutantFate.Missed : IsNamed(mutant, said) ? MutantFate.Explained : MutantFate.Unexplained, said);
        }
        catch (LabException exception)
        {
            return (IsNamed(mutant, exception.Message) ? MutantFate.Explained : MutantFate.Unexplained, exception.Message);
        }
    }

    // Of what is gone, its type is named, or what it belonged to; of a filter's rule that is another one now, the filter that lacks it.
    private bool IsNamed(Mutant mutant, string said) => said.Contains(mutant.Address, StringComparison.Ordinal)
        || (mutant.Type.EndsWith("_rule", StringComparison.Ordinal) && References(mutant).Any(other => said.Contains(other, StringComparison.Ordinal)))
        || (mutant.IsRemoval && (said.Contains(mutant.Type, StringComparison.Ordinal) || References(mutant).Any(other => said.Contains(other, StringComparison.Ordinal))));

    private IEnumerable<string> References(Mutant mutant)
    {
        var body = _configuration["resource"]![mutant.Type]![mutant.Address.Split('.')[1]]!.ToJsonString();
        return _configuration["resource"]!.AsObject().SelectMany(type => type.Value!.AsObject().Select(resource => $"{type.Key}.{resource.Key}")).Where(address => body.Contains($"{address}.", StringComparison.Ordinal));
    }

    private string Without(string address)
    {
        var state = JsonNode.Parse(_state)!;
        var resources = state["resources"]!.AsArray();
        _ = resources.Remove(resources.Single(resource => $"{resource!["type"]}.{resource["name"]}" == address && (string)resource["mode"]! == "managed"));
        return state.ToJsonString();
    }

    // What is left out is the same as no, nothing and none.
    private static string Values(Mutant mutant, string state) => string.Join('\n', Leaves("", JsonNode.Parse(state)!["resources"]!.AsArray()
        .Single(resource => $"{resource!["type"]}.{resource["name"]}" == mutant.Address && (string)resource["mode"]! == "managed")!["instances"]![0]!["attributes"]![mutant.Argument.Split('.')[0]]));

    private static IEnumerable<string> Leaves(string place, JsonNode? node) => node switch
    {
        null => [],
        JsonObject block => block.SelectMany(entry => Leaves($"{place}.{entry.Key}", entry.Value)),
        JsonArray array => array.SelectMany((item, index) => Leaves($"{place}[{index}]", item)),
        _ => node.ToJsonString() is "false" or "\"\"" ? [] : [$"{place}={node.ToJsonString()}"],
    };

    // What a cloud makes up is another thing in each mutant, and says nothing: it is called by where it stands.
    private string Layout(JsonObject configuration, string state)
    {
        var read = LabLayout.From(TerraformState.Read(state).With(_design.Existing), _design.SecurityGroups);
        // The checks of a machine that is a gateway read its rights and ways in the state itself.
        var layout = JsonSerializer.Serialize(read, Plain) + (read.Gateways.Any(gateway => gateway.Appliance.Count > 0) ? JsonNode.Parse(state)!["resources"]!.ToJsonString() : "");
        var given = configuration["resource"]!.ToJsonString();
        var names = JsonNode.Parse(state)!["resources"]!.AsArray()
            .SelectMany(resource => Texts($"{resource!["type"]}.{resource["name"]}", resource["instances"]![0]!["attributes"]!))
            .Where(text => text.Value.Length >= 7 && !given.Contains(text.Value, StringComparison.Ordinal))
            .DistinctBy(text => text.Value)
            .OrderByDescending(text => text.Value.Length);
        return names.Aggregate(layout, (text, name) => text.Replace(name.Value, $"<{name.Place}>", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<(string Place, string Value)> Texts(string place, JsonNode? node) => node switch
    {
        JsonObject block => block.SelectMany(entry => Texts($"{place}.{entry.Key}", entry.Value)),
        JsonArray array => array.SelectMany((item, index) => Texts($"{place}[{index}]", item)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [(place, value.GetValue<string>())],
        _ => [],
    };

    private sealed class AsText<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue($"{value}");
    }
}
