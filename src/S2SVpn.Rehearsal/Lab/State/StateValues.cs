using System.Globalization;
using System.Text.Json;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>The attributes of a resource or of a block in it. What is null, empty or missing is all the same here.</summary>
internal class StateValues(JsonElement json)
{
    public string? Text(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } given => given,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.ToString(),
        _ => null,
    };

    /// <exception cref="LabException">There is none.</exception>
    public string Required(string name) => Text(name)
        ?? throw new LabException($"{this} has no {name} in Terraform's state. The rehearsal reads a state after 'terraform apply'.");

    public long? Number(string name) => long.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name, bool otherwise = false) => Text(name) is { } text ? text.Equals("true", StringComparison.OrdinalIgnoreCase) : otherwise;

    public IReadOnlyList<string> Texts(string name) => Items(name)
        .Select(item => item.ToString())
        .Where(text => text.Length > 0)
        .ToList();

    public IReadOnlyList<StateValues> Blocks(string name) => Items(name)
        .Where(item => item.ValueKind == JsonValueKind.Object)
        .Select(item => new StateValues(item))
        .ToList();

    public StateValues? Block(string name) => Blocks(name) is [var first, ..] ? first : null;

    /// <summary>The networks of IPv4; those of IPv6 cross no tunnel between these clouds.</summary>
    public IReadOnlyList<Cidr> Networks(string name) => Texts(name).Where(text => Cidr.TryParse(text, out _, out _)).Select(Cidr.Parse).ToList();

    /// <summary>The values of a map, such as tags.</summary>
    public string? Entry(string map, string key) =>
        Find(map) is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(key, out var value) ? value.ToString() : null;

    private IEnumerable<JsonElement> Items(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } single => [single],
        _ => [],
    };

    private JsonElement? Find(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
