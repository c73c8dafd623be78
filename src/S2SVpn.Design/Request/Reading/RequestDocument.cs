using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>A request, and where each of its values was written.</summary>
public sealed record RequestDocument(VpnRequest Request, SourceMap Sources);
