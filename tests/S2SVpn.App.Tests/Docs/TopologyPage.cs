using System.Globalization;
using System.Text;
using S2SVpn.App.Estimating;
using S2SVpn.App.Explaining;
using S2SVpn.App.Tests.Verbs;
using S2SVpn.Design.Estimates;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Tests.Docs;

/// <summary>The page of an example below docs/topologies: its own header, and what the program says of it.</summary>
internal sealed class TopologyPage
{
    private const int LongRequest = 45;

    private readonly string _name;
    private readonly string[] _lines;
    private readonly LoadedRequest _loaded;

    public TopologyPage(string example)
    {
        _name = example;
        _lines = File.ReadAllText(VerbRun.Example(example)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var request = CheckedRequest.Read(VerbRun.Example(example));
        _loaded = new LoadedRequest(request.Document!, ConnectivityPlan.CreateUnchecked(request.Document!.Request));
        Cost = Estimate.Of(_loaded.Plan, new EstimateOptions());
        (About, When, Time) = Header();
    }

    public string About { get; }

    public Estimate Cost { get; }

    public int Tunnels => _loaded.Plan.Tunnels.Count(tunnel => tunnel.IsUsed);

    private string When { get; }

    private string Time { get; }

    public string Write()
    {
        var page = new StringBuilder($"# {_name}\n\n{About}\n\n");
        page.Append(When.Length > 0 ? $"**When**: {When}\n\n" : "").Append(Time.Length > 0 ? $"**Time**: {Time}\n\n" : "");
        page.Append(CultureInfo.InvariantCulture, $"![{_name}: both clouds, their networks and gateways, and the tunnels with their addresses]({_name}.svg)\n\n");
        page.Append(CultureInfo.InvariantCulture, $"## The request\n\n[examples/{_name}.yaml](../../examples/{_name}.yaml), each key of which is in [request.md](../request.md):\n\n{Request()}\n");
        page.Append(Bullets("What is created", "Each address and default: `explain`.", Section("What is created")));
        page.Append(CultureInfo.InvariantCulture, $"## What it costs\n\nThis is {EstimateWords.Sum(Cost.Cost)}, by `estimate`, which has the source of each price.\n\n| where | what | count | a month |\n|---|---|--:|--:|\n");
        page.AppendJoin("", Cost.Cost.Lines.Select(line => $"| {line.Where} | {line.Price.What} | {EstimateWords.Number(line.Count)} | {EstimateWords.Dollars(line.Monthly)}{(line.Price.IsChecked ? "" : " ?")} |\n"));
        page.Append(Cost.Cost.HasUnchecked ? $"\n{EstimateWords.UncheckedNote}\n" : "").Append(CultureInfo.InvariantCulture, $"\nNot counted: {string.Join("; ", Cost.Cost.NotCounted)}. {EstimateWords.Basis(new EstimateOptions())}\n\n");
        page.Append(Bullets("What it carries and promises", null, EstimateWords.Links(Cost)));
        page.Append(Bullets("How it fails", "`rehearse` takes its tunnels down one by one, and [troubleshooting](../troubleshooting.md) leads from what is seen to its cause.", Section("What happens when a part fails")));
        page.Append(CultureInfo.InvariantCulture, $"## How to change it\n\nChange the request, and look at what `diff` says before it is applied. Each kind of change, with what it interrupts:\n{string.Join(",\n", Changes().Select(heading => $"[{char.ToLowerInvariant(heading[0])}{heading[1..]}](../operations.md#{heading.ToLowerInvariant().Replace(' ', '-')})")).Replace("[aWS", "[AWS", StringComparison.Ordinal).Replace("[azure", "[Azure", StringComparison.Ordinal)}.\n");
        return page.ToString();
    }

    private static string Bullets(string title, string? about, IEnumerable<string> sentences) =>
        $"## {title}\n\n{(about is null ? "" : $"{about}\n\n")}{string.Concat(sentences.Select(sentence => $"- {sentence}\n"))}\n";

    private IReadOnlyList<string> Section(string title) => Explanation.Of(_loaded).Sections.Single(section => section.Title == title).Sentences;

    private string Request()
    {
        var lines = _lines.SkipWhile(line => line.Length == 0 || line[0] == '#').ToList();
        var block = $"```yaml\n{string.Join('\n', lines)}\n```\n";
        return lines.Count > LongRequest ? string.Create(CultureInfo.InvariantCulture, $"<details><summary>{lines.Count} lines</summary>\n\n{block}\n</details>\n") : block;
    }

    // What it is, when to use it, and how long it takes: each begins a line. A drawing is indented.
    private (string About, string When, string Time) Header()
    {
        string[] parts = ["", "", ""];
        var part = 0;
        foreach (var line in _lines.Skip(1).TakeWhile(line => line.Length == 0 || line[0] == '#').Select(line => line.TrimStart('#')).TakeWhile(line => !line.StartsWith("   ", StringComparison.Ordinal)).Select(line => line.Trim()))
        {
            part = line.StartsWith("Use it", StringComparison.Ordinal) ? 1 : line.StartsWith("Time:", StringComparison.Ordinal) ? 2 : part;
            parts[part] += line.Length == 0 ? "" : $"{(parts[part].Length == 0 ? "" : " ")}{line.Replace("Time: ", "", StringComparison.Ordinal)}";
        }

        return (parts[0], parts[1], parts[2]);
    }

    private IEnumerable<string> Changes()
    {
        var (request, plan) = (_loaded.Document.Request, _loaded.Plan);
        var hasAppliance = plan.AwsSites.Any(site => site.Gateway.Kind == AwsGatewayKind.Appliance);
        (string Heading, bool Concerns)[] headings =
        [
            ("Networks in AWS", true), ("Networks in Azure", true), ("AWS gateways", !hasAppliance), ("Appliances", hasAppliance), ("Azure gateways", true), ("Routing", true),
            ("Tunnels", true), ("Keys", true), ("Sites and links", true), ("Filters", true),
            ("Translation", request.Links.Any(link => link.Nat.Count > 0)), ("Test machines", plan.AwsSites.Any(site => site.Probes.Count > 0) || plan.AzureSites.Any(site => site.Probes.Count > 0)),
            ("Monitoring", request.Monitoring != new Monitoring()), ("Existing networks", request.Aws.Any(site => site.Value.Network.Existing is not null) || request.Azure.Any(site => site.Value.Network.Existing is not null)),
            ("Protection", request.Terraform?.Protect == true),
        ];
        return headings.Where(heading => heading.Concerns).Select(heading => heading.Heading);
    }
}
