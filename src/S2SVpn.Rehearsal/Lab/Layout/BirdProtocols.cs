using System.Text.RegularExpressions;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>
/// What a bird.conf says beside its BGP sessions. The lab has protocols of its own in place of these, as both machines of a pair
/// stand in one router there (bird.network.cz/?get_doc&amp;v=20&amp;f=bird-6.html).
/// </summary>
internal sealed partial class BirdProtocols
{
    private readonly string _place;
    private readonly List<(string Kind, string Body)> _all;

    public BirdProtocols(string text, string place)
    {
        _place = place;
        _all =
        [
            .. Protocol().Matches(Comment().Replace(text, "")).Select(match => (match.Groups["kind"].Value, Space().Replace(match.Groups["body"].Value, " ")))
                .Where(each => !Disabled().IsMatch(each.Item2)),
        ];
    }

    /// <summary>Whether it looks at the machine's interfaces.</summary>
    public bool HasDevice => _all.Exists(each => each.Kind == "device");

    /// <summary>Whether the kernel's main table gets what comes by BGP, and nothing else.</summary>
    public bool GivesWhatItLearns => Kernels().Any();

    /// <summary>Whether it gets all equal ways to a network.</summary>
    public bool GivesAllWays => Kernels().Any(each => Merged().IsMatch(each));

    /// <summary>What it changes of a route before the kernel gets it, such as <c>dest</c> or <c>krt_prefsrc</c>, and to what.</summary>
    public IEnumerable<(string Name, string Value)> Changes => Kernels().SelectMany(each => Change().Matches(each)).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value));

    /// <summary>The networks that it has routes of its own for, which it announces.</summary>
    /// <exception cref="LabException">One is no network.</exception>
    public IEnumerable<Cidr> Originated =>
        from protocol in _all
        where protocol.Kind == "static"
        from route in Route().Matches(protocol.Body)
        let text = route.Groups["network"].Value
        select Cidr.TryParse(text, out var network, out _) ? network : throw new LabException($"{_place} has a route for {text}, which is not a network.");

    private IEnumerable<string> Kernels() => _all.Where(each => each.Kind == "kernel" && !each.Body.Contains("kernel table", StringComparison.Ordinal) && Export().IsMatch(each.Body)).Select(each => each.Body);

    [GeneratedRegex(@"^protocol (?<kind>\w+)[^{]*\{(?<body>.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Protocol();

    [GeneratedRegex(@"#.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\bdisabled( yes| on| true)? ?;")]
    private static partial Regex Disabled();

    [GeneratedRegex(@"\broute (?<network>[\d.]+/\d+) ")]
    private static partial Regex Route();

    [GeneratedRegex(@"\b(?<name>dest|gw|ifname|krt_prefsrc) ?= ?(?<value>[^=;]+?) ?;")]
    private static partial Regex Change();

    [GeneratedRegex(@"\bmerge paths( yes| on| true)?( limit \d+)? ?;")]
    private static partial Regex Merged();

    [GeneratedRegex(@"\bexport (where source = RTS_BGP|filter \{ ?if source = RTS_BGP then (accept;|\{[^}]*accept; ?\}) reject; ?\}) ?;")]
    private static partial Regex Export();
}
