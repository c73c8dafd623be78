using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace S2SVpn.Design.Tests.Request;

/// <summary>YAML as an editor sees it: types guessed by YAML's core schema, and nothing of ours.</summary>
internal static partial class YamlAsJson
{
    public static JsonNode? Read(string yaml)
    {
        // Within brackets, an editor needs quotes around ${…}.
        var parser = new Parser(new StringReader(Variable().Replace(yaml, "\"$0\"")));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Value(parser);
    }

    private static JsonNode? Value(Parser parser)
    {
        if (parser.TryConsume<MappingStart>(out _))
        {
            var map = new JsonObject();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                map.Add(parser.Consume<Scalar>().Value, Value(parser));
            }

            return map;
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var list = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(Value(parser));
            }

            return list;
        }

        var scalar = parser.Consume<Scalar>();
        return scalar.Style == ScalarStyle.Plain ? Guess(scalar.Value) : scalar.Value;
    }

    private static JsonNode? Guess(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => true,
        "false" => false,
        _ when Number().IsMatch(text) => decimal.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    [GeneratedRegex(@"^[-+]?[0-9]+(\.[0-9]+)?$")]
    private static partial Regex Number();

    [GeneratedRegex("""(?<!")\$\{[^}]*\}""")]
    private static partial Regex Variable();
}
