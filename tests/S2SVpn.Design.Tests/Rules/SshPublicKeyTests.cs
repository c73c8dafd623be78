using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Rules;

public sealed class SshPublicKeyTests
{
    [Theory]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY----- x")]
    public void WhyNot_PrivateKey_SaysSo(string line) =>
        Assert.Equal("is a private key, which must stay secret: create a new key pair", SshPublicKey.WhyNot(line));

    [Theory]
    [InlineData("ssh-ed25519")]
    [InlineData("")]
    [InlineData("ssh-ed25519 AAAA\nssh-ed25519 AAAA")]
    public void WhyNot_OtherText_SaysSo(string line) =>
        Assert.Equal("is not a public key in one line", SshPublicKey.WhyNot(line));

    [Theory]
    [InlineData("ssh-ed25519 AAAA")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAA==")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5/////w==")]
    public void WhyNot_CutOffKey_SaysSo(string line) =>
        Assert.Equal("is truncated, or is not an ssh-ed25519 key", SshPublicKey.WhyNot(line));
}
