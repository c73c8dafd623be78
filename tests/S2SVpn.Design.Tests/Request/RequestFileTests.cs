using System.Text;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Tests.Request;

public sealed class RequestFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("s2svpn-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_GoodFile_GivesItsRequestAndText()
    {
        var result = Read(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Requests.Smallest)).ToArray());
        Assert.Empty(result.Findings);
        Assert.Equal("shop", result.Document!.Request.Name);
        Assert.Equal(Requests.Smallest, result.Text);
    }

    [Fact]
    public void Read_NoFile_SaysWhatToDo()
    {
        var path = Path.Combine(_folder, "none", "s2svpn.yaml");
        var finding = Assert.Single(RequestFile.Read(path, Requests.Env).Findings);
        Assert.Equal((ReadingCodes.Unreadable, $"{path} does not exist"), (finding.Code, finding.Message));
        Assert.Equal("Give the path of the request, or create one with name, aws (region and network) and azure (location and network).", finding.Fix);
        Assert.Equal(new SourceSpan(path, 1, 1, 1), finding.Place.Span);
    }

    [Fact]
    public void Read_Folder_SaysSo()
    {
        var finding = Assert.Single(RequestFile.Read(_folder, Requests.Env).Findings);
        Assert.Equal((ReadingCodes.Unreadable, $"{_folder} is a folder"), (finding.Code, finding.Message));
    }

    [Fact]
    public void Read_LinkToItself_SaysSo()
    {
        var loop = Path.Combine(_folder, "loop");
        File.CreateSymbolicLink(loop, loop);
        var finding = Assert.Single(RequestFile.Read(loop, Requests.Env).Findings);
        Assert.Equal(($"{loop} is a symbolic link that points to itself", "Give the path of the file itself, or fix the link."), (finding.Message, finding.Fix));
    }

    [Theory]
    [InlineData("", "the name of the request is empty")]
    [InlineData("a\0b", "a\0b can't be read")]
    public void Read_PathThatIsNone_SaysSo(string path, string message)
    {
        var finding = Assert.Single(RequestFile.Read(path, Requests.Env).Findings);
        Assert.Equal((ReadingCodes.Unreadable, message), (finding.Code, finding.Message));
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_PointsAtTheFirst()
    {
        var finding = Assert.Single(Read([.. "name: shop\nowner: J"u8, 0xF6, .. "rg\n"u8]).Findings);
        Assert.Equal((ReadingCodes.NotUtf8, "the byte 0xF6 here is not valid UTF-8", "Save the file as UTF-8."), (finding.Code, finding.Message, finding.Fix));
        Assert.Equal((2, 9), (finding.Place.Span.Line, finding.Place.Span.Column));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_Utf16WithoutItsMark_SaysSo(bool bigEndian)
    {
        var finding = Assert.Single(Read(new UnicodeEncoding(bigEndian, byteOrderMark: false).GetBytes("name: shop\n")).Findings);
        Assert.Equal((ReadingCodes.NotUtf8, "the file is UTF-16; UTF-8 is expected"), (finding.Code, finding.Message));
    }

    [Fact]
    public void Read_Utf16_SaysSo()
    {
        var finding = Assert.Single(Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("name: shop\n")).ToArray()).Findings);
        Assert.Equal((ReadingCodes.NotUtf8, "the file is UTF-16; UTF-8 is expected"), (finding.Code, finding.Message));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Read_Utf32_SaysSo(bool bigEndian, bool mark)
    {
        var encoding = new UTF32Encoding(bigEndian, mark);
        var finding = Assert.Single(Read(encoding.GetPreamble().Concat(encoding.GetBytes("name: shop\n")).ToArray()).Findings);
        Assert.Equal((ReadingCodes.NotUtf8, "the file is UTF-32; UTF-8 is expected"), (finding.Code, finding.Message));
    }

    [Fact]
    public void Read_HugeFile_IsNotReadWhole()
    {
        var finding = Assert.Single(Read(new byte[10_000_000]).Findings);
        Assert.Equal((ReadingCodes.TooBig, 1), (finding.Code, finding.Place.Span.Line));
    }

    private ReadResult Read(byte[] bytes)
    {
        var path = Path.Combine(_folder, "s2svpn.yaml");
        File.WriteAllBytes(path, bytes);
        return RequestFile.Read(path, Requests.Env);
    }
}
