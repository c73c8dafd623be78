using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>A request, and where each of its values was written.</summary>
public sealed record RequestDocument
{
    internal RequestDocument(VpnRequest request, SourceMap sources) => (Request, Sources) = (request, sources);

    /// <summary>The request, with every environment variable in it replaced by its value.</summary>
    public VpnRequest Request { get; init; }

    internal SourceMap Sources { get; init; }
}
