using System.Text.Json;
using S2SVpn.Rehearsal.Clouds.Values;
using S2SVpn.Rehearsal.Clouds.Wire;

namespace S2SVpn.Rehearsal.Tests.Clouds;

public sealed class ValueCodecTests
{
    [Fact]
    public void MsgPack_OfEveryKindOfValue_ReadsAsItWasWritten()
    {
        var value = new Attributes(new Dictionary<string, Value>
        {
            ["null"] = Value.Null,
            ["unknown"] = Value.Unknown,
            ["flags"] = new ListValue([true, false]),
            ["numbers"] = new ListValue([0, -1, 65_515, 4_294_967_294, long.MinValue]),
            ["text"] = "größer als 31 Bytes: ein längerer Text, so dass er einen anderen Kopf hat",
            ["blocks"] = new ListValue([Attributes.Empty, new Attributes(new Dictionary<string, Value> { ["inner"] = "x" })]),
        });

        Assert.Equal(value, MsgPackReader.Read(MsgPackWriter.Write(value)));
    }

    [Theory]
    [InlineData("05", "5")]
    [InlineData("ff", "-1")]
    [InlineData("cc80", "128")]
    [InlineData("cd0100", "256")]
    [InlineData("ce00010000", "65536")]
    [InlineData("cfffffffffffffffff", "18446744073709551615")]
    [InlineData("d080", "-128")]
    [InlineData("d1ff00", "-256")]
    [InlineData("d2ffff0000", "-65536")]
    [InlineData("ca3fc00000", "1.5")]
    [InlineData("cb3ff8000000000000", "1.5")]
    [InlineData("a161", "a")]
    [InlineData("d90161", "a")]
    [InlineData("da000161", "a")]
    public void MsgPack_InEachFormOfANumberOrText_IsRead(string hex, string text) =>
        Assert.Equal(text, MsgPackReader.Read(Convert.FromHexString(hex)).ToString());

    [Theory]
    [InlineData("d40000")]
    [InlineData("c7030c810102")]
    [InlineData("d50c0000")]
    public void MsgPack_OfAnyExtension_IsUnknown(string hex) => Assert.True(MsgPackReader.Read(Convert.FromHexString(hex)).IsUnknown);

    [Theory]
    [InlineData("a561")]
    [InlineData("92c0")]
    [InlineData("c1")]
    [InlineData("8105c0")]
    public void MsgPack_ThatIsBroken_IsRefused(string hex) =>
        Assert.Throws<FormatException>(() => MsgPackReader.Read(Convert.FromHexString(hex)));

    [Fact]
    public void MsgPack_OfAFraction_KeepsItsDigits() =>
        Assert.Equal("0.1", MsgPackReader.Read(MsgPackWriter.Write(new NumberValue(0.1m))).ToString());

    [Fact]
    public void Proto_OfEveryKindOfField_ReadsAsItWasWritten()
    {
        var inner = new ProtoWriter().Number(1, 300).Text(2, "größer");
        var message = new ProtoMessage(new ProtoWriter().Flag(1, true).Bytes(2, [1, 2, 3]).Message(300, inner).ToArray());

        Assert.Equal(1, message.Number(1));
        Assert.Equal([1, 2, 3], message.Bytes(2).ToArray());
        Assert.Equal(300, message.Message(300).Number(1));
        Assert.Equal("größer", message.Message(300).Text(2));
        Assert.Equal(0, message.Number(7));
        Assert.Empty(message.Text(7));
    }

    [Theory]
    [InlineData("0a05")]
    [InlineData("08")]
    [InlineData("0b")]
    public void Proto_ThatIsBroken_IsRefused(string hex) => Assert.Throws<FormatException>(() => new ProtoMessage(Convert.FromHexString(hex)));

    [Fact]
    public void Json_OfAValue_ReadsAsItWasWritten()
    {
        var value = new Attributes(new Dictionary<string, Value>
        {
            ["asn"] = 4_294_967_294,
            ["tags"] = new Attributes(new Dictionary<string, Value> { ["a"] = "b" }),
            ["zones"] = Value.Texts("1", "2"),
            ["enabled"] = true,
            ["nothing"] = Value.Null,
        });
        using var json = JsonDocument.Parse(ValueJson.Write(value)!.ToJsonString());

        Assert.Equal(value, ValueJson.Read(json.RootElement));
    }

    [Fact]
    public void Settle_OnlyChangesWhatIsUnknown()
    {
        var values = new Attributes(new Dictionary<string, Value> { ["id"] = Value.Unknown, ["name"] = "given" });

        var settled = values.SetIfUnknown("id", "made").SetIfUnknown("name", "made");

        Assert.Equal("made", settled.Text("id"));
        Assert.Equal("given", settled.Text("name"));
        Assert.True(settled.IsFullyKnown);
        Assert.False(values.IsFullyKnown);
    }
}
