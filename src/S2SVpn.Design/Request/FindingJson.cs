using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request;

/// <summary>Findings as JSON, for programs such as a CI job.</summary>
internal static class FindingJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Nothing here goes into a web page, and quotes in messages stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An object with the number of errors and warnings, and the findings in their order.</summary>
    public static string Write(IReadOnlyCollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("errors", findings.Count(finding => finding.Stops));
            json.WriteNumber("warnings", findings.Count(finding => !finding.Stops && finding.AcceptedBecause is null));
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                Write(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("level", Words.Of(finding.Level));
        json.WriteString("message", finding.Message);
        json.WriteString("fix", finding.Fix);
        if (finding.AcceptedBecause is { } because)
        {
            json.WriteString("acceptedBecause", because);
        }

        json.WriteStartArray("places");
        foreach (var (path, span) in finding.Places)
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("file", span.File);
            json.WriteNumber("line", span.Line);
            json.WriteNumber("column", span.Column);
            json.WriteNumber("length", span.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
