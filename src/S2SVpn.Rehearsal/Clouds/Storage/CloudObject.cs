using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Storage;

/// <summary>Something that exists in a simulated cloud.</summary>
/// <param name="Type">Its Terraform type.</param>
/// <param name="Id">Its id in the cloud.</param>
/// <param name="Values">What the cloud knows of it.</param>
public sealed record CloudObject(string Type, string Id, Attributes Values);
