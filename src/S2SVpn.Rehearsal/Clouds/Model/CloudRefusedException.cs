namespace S2SVpn.Rehearsal.Clouds.Model;

/// <summary>A cloud or its provider rejects a request.</summary>
public sealed class CloudRefusedException : Exception
{
    public CloudRefusedException(string? code, string message) : base(message) => Code = code;

    /// <summary>The cloud's own code for it; null where the provider rejects it without asking the cloud.</summary>
    public string? Code { get; }

    /// <summary>Whether the provider tries again for minutes.</summary>
    public bool IsRetried { get; init; }
}
