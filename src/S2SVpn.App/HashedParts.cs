using System.Security.Cryptography;
using System.Text;

namespace S2SVpn.App;

/// <summary>A hash of one part after another, each with its length, so that no two sequences of parts are the same bytes.</summary>
internal sealed class HashedParts : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(string part) => Add(Encoding.UTF8.GetBytes(part));

    public void Add(byte[] part)
    {
        _hash.AppendData(BitConverter.GetBytes(part.LongLength));
        _hash.AppendData(part);
    }

    public string Text() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
