using System.Globalization;
using System.Text.Json;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>The attributes of a resource or of a block in it. What is null, empty or missing is all the same here.</summary>
internal class StateValues(JsonElement json, string place = "")
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
        .Select(item => new StateValues(item, $"{this} ({name})"))
        .ToList();

    public StateValues? Block(string name) => Blocks(name) is [var first, ..] ? first : null;

    /// <summary>The networks of IPv4; those of IPv6 cross no tunnel between these clouds.</summary>
    /// <exception cref="LabException">One of them is no network.</exception>
    public IReadOnlyList<Cidr> Networks(string name) => Texts(name).Where(text => !text.Contains(':', StringComparison.Ordinal)).Select(text => Network(name, text)).ToList();

    /// <exception cref="LabException">There is none, or it is no network.</exception>
    public Cidr Network(string name) => Network(name, Required(name));

    /// <exception cref="LabException">There is none, or it is no IPv4 address.</exception>
    public Ipv4 Ip(string name) => Ip(name, Required(name));

    /// <exception cref="LabException">One of them is no IPv4 address.</exception>
    public IReadOnlyList<Ipv4> Ips(string name) => Texts(name).Select(text => Ip(name, text)).ToList();

    public override string ToString() => place;

    private Cidr Network(string name, string text) => Cidr.TryParse(text, out var network, out var reason) ? network : throw Unreadable(name, text, reason);

    private Ipv4 Ip(string name, string text) => Ipv4.TryParse(text, out var address, out var reason) ? address : throw Unreadable(name, text, reason);

    private LabException Unreadable(string name, string text, string reason) => new($"{this} has no readable {name} in Terraform's state: '{text}' {reason}.");

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
