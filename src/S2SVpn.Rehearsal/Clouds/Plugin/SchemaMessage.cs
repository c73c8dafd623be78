using System.Text;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Wire;

namespace S2SVpn.Rehearsal.Clouds.Plugin;

/// <summary>A provider's schema as the plugin protocol has it (github.com/hashicorp/terraform, docs/plugin-protocol/tfplugin6.8.proto).</summary>
internal static class SchemaMessage
{
    public static ProtoWriter Write(ProviderSchema schema) => new ProtoWriter()
        .Message(1, Type(schema.Settings))
        .Messages(2, schema.Resources.Select(Entry))
        .Messages(3, schema.DataSources.Select(Entry))
        // Terraform then asks for the schema once a command and not three times.
        .Message(6, new ProtoWriter().Flag(2, true));

    private static ProtoWriter Entry(KeyValuePair<string, TypeSchema> type) => new ProtoWriter().Text(1, type.Key).Message(2, Type(type.Value));

    private static ProtoWriter Type(TypeSchema type) => new ProtoWriter().Number(1, type.Version).Message(2, Block(type.Block));

    private static ProtoWriter Block(BlockSchema block) => new ProtoWriter()
        .Messages(2, block.Attributes.Select(attribute => Attribute(attribute.Key, attribute.Value)))
        .Messages(3, block.Blocks.Select(nested => new ProtoWriter()
            .Text(1, nested.Key)
            .Message(2, Block(nested.Value.Block))
            .Number(3, (int)nested.Value.Nesting)
            .Number(4, nested.Value.MinItems)
            .Number(5, nested.Value.MaxItems)));

    private static ProtoWriter Attribute(string name, AttributeSchema attribute) => new ProtoWriter()
        .Text(1, name)
        .Bytes(2, Encoding.UTF8.GetBytes(attribute.Type.GetRawText()))
        .Flag(4, attribute.Required)
        .Flag(5, attribute.Optional)
        .Flag(6, attribute.Computed)
        .Flag(7, attribute.Sensitive);
}
