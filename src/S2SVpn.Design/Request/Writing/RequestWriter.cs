using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Writing;

/// <summary>
/// Writes a request as YAML in its smallest form: defaults are left out, and shorthands used. Reading what is written
/// gives an equal request.
/// </summary>
internal static class RequestWriter
{
    /// <summary>Where the JSON Schema lies, seen from the root of this repository.</summary>
    public const string Schema = "schema/s2svpn.schema.json";

    /// <param name="request">The request.</param>
    /// <param name="schema">The way to the JSON Schema, for editors; null for no such line.</param>
    /// <exception cref="ArgumentException">A value of the request could not be read again.</exception>
    public static string Write(VpnRequest request, string? schema = Schema)
    {
        ArgumentNullException.ThrowIfNull(request);
        var yaml = MinimalSerializer.Write(RecordShape.Of(typeof(VpnRequest)), request);
        var header = schema is null ? "" : $"# yaml-language-server: $schema={schema}\n";
        return header + Layout.Write((WrittenMap)yaml);
    }
}
