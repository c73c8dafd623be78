using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>Every type of the manifest, with what it requires and no more.</summary>
public sealed class EveryTypeTests : IDisposable
{
    private static readonly string[] Clouds = ["aws", "azurerm", "random", "tls"];

    private readonly EngineBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void EveryTypeOfTheManifest_CanBeMade()
    {
        var types = Clouds.SelectMany(cloud => _bench.Session(cloud).Cloud.Schema.Resources).ToArray();

        Assert.NotEmpty(types);
        Assert.All(types, type =>
        {
            var made = _bench.Create(type.Key, Least(type.Value.Block));
            Assert.True(made.IsFullyKnown, type.Key);
            Assert.False(made["id"].IsNull, type.Key);
            Assert.Equal(made, _bench.Read(type.Key, made));
        });
    }

    // Without one, every change of it is an update in place, whatever the real provider replaces. Of a type that they don't know the clouds make a new one each time.
    [Fact]
    public void EveryTypeOfTheManifest_HasALineInTypes() => Assert.Empty(
        from name in Clouds
        let cloud = _bench.Session(name).Cloud
        from type in cloud.Schema.Resources.Keys
        where !ReferenceEquals(cloud.TypeOf(type), cloud.TypeOf(type))
        select $"{type} has no line in src/S2SVpn.Rehearsal/Clouds/Types: what replaces it, and what does the cloud fill in?");

    // A configuration with what is required and no more.
    private static string Least(BlockSchema schema) => ValueJson.Write(Required(schema))!.ToJsonString();

    private static Attributes Required(BlockSchema schema) => new(
    [
        .. schema.Attributes.Where(attribute => attribute.Value.Required || IsRequiredInFact(schema, attribute.Key)).Select(attribute => KeyValuePair.Create(attribute.Key, Named(attribute.Key) is { } name ? name : Some(attribute.Value))),
        .. schema.Blocks.Where(block => block.Value.MinItems > 0).Select(block => KeyValuePair.Create(block.Key, (Value)new ListValue([Required(block.Value.Block)]))),
    ]);

    // The schema calls it optional, for addresses of IPv6.
    private static bool IsRequiredInFact(BlockSchema schema, string attribute) => attribute == "subnet_id" && schema.Attributes.ContainsKey("private_ip_address_version");

    // What takes no word at all.
    private static string? Named(string attribute) => attribute switch
    {
        "algorithm" => "RSA",
        "policy" => """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ec2:DescribeVpcs", "Resource": "*" }] }""",
        "assume_role_policy" => """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }] }""",
        _ => null,
    };

    private static Value Some(AttributeSchema attribute) => attribute.Kind switch
    {
        "number" => 30,
        "bool" => true,
        "list" or "set" => ListValue.Empty,
        "map" => Attributes.Empty,
        _ => "some",
    };
}
