using System.Collections.Concurrent;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What a machine lacks is fetched by the real apt, from a source in a folder.</summary>
public sealed class LabPackagesTests : IDisposable
{
    private readonly PackageSource _source = PackageSource.Open();

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task Fetch_WithoutLists_GetsThemAndThePackageAndWhatItNeeds()
    {
        _source.Add("one", needs: "two").Add("two").Add("three").Publish();
        var root = await FetchAsync("one");

        Assert.Equal("1", File.ReadAllText(Path.Combine(root, "usr", "bin", "one")));
        Assert.True(File.Exists(Path.Combine(root, "usr", "bin", "two")));
        Assert.False(File.Exists(Path.Combine(root, "usr", "bin", "three")));
        Assert.Empty(Directory.GetFiles(root, "*.deb"));
        Assert.Equal(["one"], _source.Fetched);
    }

    [Fact]
    public async Task Fetch_OfWhatIsThere_FetchesNothing()
    {
        _source.Add("one").Publish();
        var root = await FetchAsync("one");
        var told = new List<string>();

        Assert.Equal(root, await _source.Packages(program: "no-such-program").FetchAsync(["one"], told.Add, TestContext.Current.CancellationToken));
        Assert.Empty(told);
    }

    [Fact]
    public async Task Fetch_OfAPackageThatTheListsDoNotKnow_GetsTheListsAnew()
    {
        _source.Add("one").Publish();
        _ = await FetchAsync("one");
        _source.Add("two").Publish();

        Assert.True(File.Exists(Path.Combine(await FetchAsync("two"), "usr", "bin", "two")));
    }

    [Fact]
    public async Task Fetch_OfAFileThatIsGone_GetsTheListsAnew()
    {
        _source.Add("one").Add("two").Publish();
        _ = await FetchAsync("one");
        _source.Withdraw("two", "1").Add("two", "2").Publish();

        Assert.Equal("2", File.ReadAllText(Path.Combine(await FetchAsync("two"), "usr", "bin", "two")));
        Assert.Equal(["one", "two"], _source.Fetched);
    }

    [Fact]
    public async Task Fetch_AfterOneThatWasKilled_ClearsWhatItLeft()
    {
        _source.Add("one").Publish();
        var left = Directory.CreateDirectory(Path.Combine(_source.Cache, $"{LabPackages.Unfinished}left")).FullName;
        File.WriteAllText(Path.Combine(left, "one_1_all.deb"), "half");
        _ = await FetchAsync("one");

        Assert.Equal(["one"], _source.Fetched);
    }

    [Fact]
    public async Task Fetch_ManyAtOnce_FetchesOnce()
    {
        _source.Add("one").Publish();
        var told = new ConcurrentBag<string>();
        var roots = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _source.Packages().FetchAsync(["one"], told.Add))));

        Assert.Single(roots.Distinct());
        Assert.Single(told, word => word.StartsWith("fetching", StringComparison.Ordinal));
        Assert.Equal(["one"], _source.Fetched);
    }

    [Fact]
    public async Task Fetch_OfAPackageThatNobodyHas_NamesItAndLeavesNothing()
    {
        _source.Add("one").Publish();
        var exception = await Assert.ThrowsAsync<LabException>(() => FetchAsync("two", "one"));

        Assert.Contains("A rehearsal needs two, one, which are not installed, and could not be fetched: Unable to locate package two.", exception.Message);
        Assert.Contains("'apt-get install two one'", exception.Message);
        Assert.Empty(_source.Fetched);
    }

    [Fact]
    public async Task Fetch_WhereNoSourceIsReached_SaysWhatToInstall()
    {
        var exception = await Assert.ThrowsAsync<LabException>(() => _source.Packages(reachable: false).FetchAsync(["one"], _ => { }, TestContext.Current.CancellationToken));

        Assert.Contains("no package source of this machine could be read", exception.Message);
        Assert.Contains("'apt-get install one'", exception.Message);
        Assert.Empty(_source.Fetched);
    }

    [Fact]
    public async Task Fetch_WithoutApt_SaysWhatToInstall()
    {
        var exception = await Assert.ThrowsAsync<LabException>(() => _source.Packages(program: "no-such-program").FetchAsync(["one"], _ => { }, TestContext.Current.CancellationToken));

        Assert.Contains("there is no apt-get on this machine", exception.Message);
        Assert.Contains("'apt-get install one'", exception.Message);
    }

    [Fact]
    public async Task Fetch_IntoAFolderThatCannotBe_SaysWhichOne()
    {
        File.WriteAllText(_source.Cache, "a file");
        var exception = await Assert.ThrowsAsync<LabException>(() => FetchAsync("one"));

        Assert.Contains($"into {_source.Cache}", exception.Message);
        Assert.Contains("XDG_CACHE_HOME", exception.Message);
    }

    private Task<string> FetchAsync(params string[] packages) => _source.Packages().FetchAsync(packages, _ => { });
}
