using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>
/// Something that was there before: Terraform's state has no more of it than its id, and the request says what it is. It
/// stands in the lab as the request describes it.
/// </summary>
/// <param name="Type">The type that it would have as a resource.</param>
/// <param name="Values">Its attributes.</param>
public sealed record ExistingThing(string Type, JsonObject Values)
{
    /// <summary>How a simulated cloud has it.</summary>
    internal CloudObject InCloud() => new(Type, Values["id"]!.GetValue<string>(), ValueJson.ReadObject(JsonSerializer.SerializeToElement(Values)));
}
