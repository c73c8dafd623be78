using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Docs;

public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. DocPage.All.Concat(DocPage.Others).Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfAPage_LeadSomewhere(string name)
    {
        var page = DocPage.All.Concat(DocPage.Others).Single(one => one.Name == name);
        var folder = Path.GetDirectoryName(Repository.File(name.Split('/')))!;

        foreach (var link in page.Links.Where(link => !link.StartsWith("http", StringComparison.Ordinal)))
        {
            var (path, anchor) = link.Split('#') is [var file, var place] ? (file, place) : (link, null);
            var target = path.Length == 0 ? Repository.File(name.Split('/')) : Path.GetFullPath(Path.Combine(folder, path));
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{name}: nothing is at {link}.");
            if (anchor is not null && DocPage.All.FirstOrDefault(one => Repository.File(one.Name.Split('/')) == target) is { } there)
            {
                Assert.True(there.Anchors.Contains(anchor), $"{name}: {there.Name} has no heading for #{anchor}.");
            }
        }
    }

    // A page that nothing links to is found by nobody.
    [Fact]
    public void Pages_All_AreReachedFromTheReadme()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { "README.md" };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
        {
            var page = DocPage.All.Single(one => one.Name == name);
            foreach (var link in page.Links.Where(link => !link.StartsWith("http", StringComparison.Ordinal)).Select(link => link.Split('#')[0]).Where(link => link.EndsWith(".md", StringComparison.Ordinal)))
            {
                var target = Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.File(name.Split('/')))!, link))).Replace('\\', '/');
                if (DocPage.All.Any(one => one.Name == target) && reached.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        Assert.Empty(DocPage.All.Select(page => page.Name).Except(reached));
    }
}
