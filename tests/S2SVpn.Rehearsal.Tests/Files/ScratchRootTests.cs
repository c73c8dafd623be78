using S2SVpn.Rehearsal.Files;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Files;

public sealed class ScratchRootTests : IDisposable
{
    private const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Open_WhatAKilledProcessLeft_IsDeleted()
    {
        Left("s2svpn-run-dead", "lock", "1/terraform.tfstate");
        Left("s2svpn-run-newChild");
        File.CreateSymbolicLink(_temp["s2svpn-run-dead", "1", "link"], Made("kept.txt"));

        // As a program leaves it that outlived the one that started it.
        Left("s2svpn-run-abcdefgh012", "0/jsii-kernel/file");
        Directory.SetLastWriteTimeUtc(_temp["s2svpn-run-abcdefgh012"], DateTime.UtcNow.AddHours(-1));

        using (ScratchRoot.Open(_temp.Path))
        {
            Assert.False(Directory.Exists(_temp["s2svpn-run-abcdefgh012"]));
            Assert.False(Directory.Exists(_temp["s2svpn-run-dead"]));
            Assert.False(Directory.Exists(_temp["s2svpn-run-newChild"]));
        }

        Assert.Equal(["kept.txt"], Names());
    }

    [Fact]
    public void Open_WhatALivingProcessHas_IsKept()
    {
        using var living = ScratchRoot.Open(_temp.Path);
        File.WriteAllText(Path.Combine(living.Path, "terraform.tfstate"), "{}");
        ScratchRoot.Open(_temp.Path).Dispose();

        Assert.Equal("{}", File.ReadAllText(Path.Combine(living.Path, "terraform.tfstate")));
    }

    [Fact]
    public void Open_WhatIsNotOfThisProgram_IsKept()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes of files.");
            return;
        }

        // A person's own, another user's, and one that leads elsewhere.
        Left("s2svpn-run-notes", "notes.txt");
        Left("s2svpn-run-open", "lock", "file");
        File.SetUnixFileMode(_temp["s2svpn-run-open"], Closed | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
        Left("elsewhere", "lock", "file");
        Directory.CreateSymbolicLink(_temp["s2svpn-run-link"], _temp["elsewhere"]);
        Left("s2svpn-other", "lock", "file");
        var before = Names();
        ScratchRoot.Open(_temp.Path).Dispose();

        Assert.Equal(before, Names());
        Assert.True(File.Exists(_temp["elsewhere", "file"]));
        Assert.True(File.Exists(_temp["s2svpn-run-open", "file"]));
    }

    [Fact]
    public void Open_WhatTheRuntimeOfAKilledProcessLeft_IsDeletedByItsName()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux are the names noted.");
        Left("s2svpn-run-dead", "lock");
        Made("dotnet-diagnostic-7-11-socket");
        Made("dotnet-diagnostic-8-11-socket");
        Made("other.txt");
        File.WriteAllText(_temp["s2svpn-run-dead", "lock"], "dotnet-diagnostic-7-11-socket\nother.txt\n../other.txt\n");
        ScratchRoot.Open(_temp.Path).Dispose();

        Assert.Equal(["dotnet-diagnostic-8-11-socket", "other.txt"], Names());
    }

    [Fact]
    public void Open_ManyAtOnce_EachKeepsItsOwnAndNothingIsLeft()
    {
        var lost = 0;
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 16 }, index =>
        {
            using var root = ScratchRoot.Open(_temp.Path);
            var file = Path.Combine(root.Path, "file");
            File.WriteAllText(file, $"{index}");
            Thread.Yield();
            Interlocked.Add(ref lost, File.ReadAllText(file) == $"{index}" ? 0 : 1);
        });

        Assert.Equal(0, lost);
        Assert.Empty(Names());
    }

    [Fact]
    public void Open_WhereNothingCanBeMade_SaysWhere()
    {
        var exception = Assert.ThrowsAny<IOException>(() => ScratchRoot.Open(_temp["missing"]));

        Assert.Contains(_temp["missing"], exception.Message);
    }

    [Fact]
    public void Delete_OfWhatIsAlreadyGone_IsNoError() => ScratchRoot.Delete(_temp["missing"]);

    private string[] Names() => [.. Directory.GetFileSystemEntries(_temp.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private string Made(string name)
    {
        File.WriteAllText(_temp[name], "");
        return _temp[name];
    }

    private void Left(string name, params string[] files)
    {
        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(_temp[name]) : Directory.CreateDirectory(_temp[name], Closed);
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_temp[name, file])!);
            File.WriteAllText(_temp[name, file], "");
        }
    }
}
