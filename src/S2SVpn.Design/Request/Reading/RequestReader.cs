using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Reads a request from YAML (or JSON, which is YAML). Bad input gives findings, never an exception.</summary>
public static class RequestReader
{
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="env">An environment variable's value by its name; null where it is not set.</param>
    public static ReadResult Read(string text, string file, Func<string, string?> env)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(env);

        var source = new SourceText(file, text);
        var collector = new FindingCollector();
        var document = Read(source, collector, new EnvText(env));
        return new ReadResult(collector.None ? document : null, collector.InOrder()) { Text = source.Text };
    }

    private static RequestDocument? Read(SourceText source, FindingCollector collector, EnvText env)
    {
        try
        {
            if (NodeParser.Parse(source, collector) is { } root)
            {
                var sources = new SourceMap.Builder(root.Span);
                return new Binder(collector, env, sources).Bind(RecordShape.Of(typeof(VpnRequest)), root) is VpnRequest request
                    ? new RequestDocument(request, sources.Build())
                    : null;
            }
        }
        catch (FindingLimitException)
        {
            // What was found by then is enough to go on with.
        }

        return null;
    }
}
