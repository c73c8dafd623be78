using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.App.Reports;

/// <summary>JSON as the verbs print it: indented, names in camel case, and text as a person reads it.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(object value) => JsonSerializer.Serialize(value, Options) + "\n";

    public static string ToText(this JsonNode node) => node.ToJsonString(Options) + "\n";
}
