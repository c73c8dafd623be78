using S2SVpn.Design.Ipsec;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What the lab's daemons are told, and how they are spoken to.</summary>
public sealed class PeerTests
{
    private static readonly IkeOffer Offer = new()
    {
        Versions = [2],
        IkeEncryption = ["AES256", "AES128-GCM-16"],
        IkeIntegrity = ["SHA2-384"],
        IkeGroups = ["20"],
        EspEncryption = ["GCMAES256"],
        EspIntegrity = ["GCMAES256"],
        PfsGroups = ["PFS2048"],
        IkeLifetimeSeconds = 28800,
        EspLifetimeSeconds = 3600,
    };

    [Fact]
    public void Ike_OfBothKindsOfCiphers_AreTwoProposals()
    {
        Assert.Equal(["aes128gcm16-prfsha384-ecp384", "aes256-sha384-ecp384"], Proposals.Ike(Offer));
    }

    [Fact]
    public void Esp_WithoutPfs_HasNoGroup()
    {
        Assert.Equal(["aes256gcm16-modp2048"], Proposals.Esp(Offer));
        Assert.Equal(["aes256gcm16"], Proposals.Esp(Offer with { PfsGroups = [] }));
    }

    [Fact]
    public void Word_OfEveryAlgorithmThatTheCloudsHave_IsKnown()
    {
        var words = Enum.GetValues<Encryption>().SelectMany(each => new[] { AwsSpelling.Encryption(each), AzureSpelling.IkeEncryption(each), AzureSpelling.IpsecEncryption(each) })
            .Concat(Enum.GetValues<Integrity>().SelectMany(each => new[] { AwsSpelling.Integrity(each), AzureSpelling.IkeIntegrity(each), AzureSpelling.IpsecIntegrity(each) }))
            .Concat(Enum.GetValues<DhGroup>().Where(each => each != DhGroup.None).SelectMany(each => new[] { AzureSpelling.DhGroup(each), AzureSpelling.PfsGroup(each), AwsSpelling.Phase2Group(each)?.ToString() }))
            .OfType<string>();

        Assert.All(words, word => Assert.NotEmpty(Proposals.Word(word)));
    }

    [Fact]
    public void Word_OfAnUnknownAlgorithm_SaysWhichAreKnown()
    {
        var exception = Assert.Throws<LabException>(() => Proposals.Word("ROT13"));

        Assert.Contains("'ROT13'", exception.Message);
        Assert.Contains("GCMAES256", exception.Message);
    }

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSame()
    {
        var message = new ViciNode().Set("a", "text").Set("list", ["one", "two"]).Set("section", new ViciNode().Set("b", "ü").Set("empty", new ViciNode()));
        using var bytes = new MemoryStream();
        message.Write(bytes);
        var read = ViciNode.Read(bytes.ToArray());

        Assert.Equal("text", read.Text("a"));
        Assert.Equal(["one", "two"], read.List("list"));
        Assert.Equal("ü", read.Section("section")!.Text("b"));
        Assert.Empty(read.Section("section")!.Section("empty")!.Sections);
        Assert.Throws<FormatException>(() => ViciNode.Read(bytes.ToArray().AsSpan(0, 5)));
    }

    [Fact]
    public void From_BirdsAnswer_TakesTheSessionFromIt()
    {
        var session = BgpSession.From(
        [
            "Name       Proto      Table      State  Since         Info",
            "bgp_tun1   BGP        ---        start  2026-01-01 10:00:00  Connect       Error: Bad peer AS",
            "  BGP state:          Connect",
            "    Neighbor address: 169.254.21.1%tun1",
            "    Neighbor AS:      64512",
            "    Local AS:         65515",
            "    Last error:       Error: Bad peer AS",
        ]);

        Assert.False(session.IsUp);
        Assert.Equal("169.254.21.1", session.PeerAddress);
        Assert.Equal("64512", session.PeerAsn);
        Assert.Equal("Error: Bad peer AS", session.Error);
    }
}
