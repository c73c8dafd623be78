using System.Text.Json;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>A resource, or what was read of an existing one, as Terraform recorded it.</summary>
internal sealed class StateResource(string type, string address, JsonElement values) : StateValues(values)
{
    public string Type { get; } = type;

    /// <summary>How Terraform names it: <c>aws_vpc.main</c>.</summary>
    public string Address { get; } = address;

    /// <summary>Whether Terraform made it, and did not only read it.</summary>
    public bool IsManaged => !IsExisting && !Address.Contains("data.", StringComparison.Ordinal);

    /// <summary>Whether it was there before, and is known from the request only.</summary>
    public bool IsExisting { get; init; }

    public string Id => Required("id");

    public override string ToString() => Address;
}
