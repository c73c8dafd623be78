using System.Text.Encodings.Web;
using System.Text.Json;

namespace S2SVpn.Design.Request.Schema;

/// <summary>The JSON Schema (draft 2020-12) of a request's file, for editors.</summary>
internal static class RequestSchema
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // Patterns and quotes stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text, the same on every machine.</summary>
    public static string Json() => SchemaBuilder.Build().ToJsonString(Options) + "\n";
}
