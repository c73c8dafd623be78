using System.Text.Json;
using S2SVpn.Rehearsal.Clouds.Values;
using S2SVpn.Rehearsal.Clouds.Wire;

namespace S2SVpn.Rehearsal.Clouds.Plugin;

/// <summary>How the plugin protocol wraps a value: as MessagePack, or, in a few places, as JSON.</summary>
internal static class DynamicValue
{
    public static Value Read(ProtoMessage request, int field)
    {
        var value = request.Message(field);
        if (value.Bytes(1) is { IsEmpty: false } packed)
        {
            return MsgPackReader.Read(packed.Span);
        }

        if (value.Bytes(2) is { IsEmpty: false } text)
        {
            using var json = JsonDocument.Parse(text);
            return ValueJson.Read(json.RootElement);
        }

        return Value.Null;
    }

    public static ProtoWriter Write(Value? value) => new ProtoWriter().Bytes(1, MsgPackWriter.Write(value ?? Value.Null));
}
