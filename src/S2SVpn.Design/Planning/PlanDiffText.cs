using System.Globalization;
using System.Text;

namespace S2SVpn.Design.Planning;

/// <summary>A difference of plans for a terminal.</summary>
public static class PlanDiffText
{
    public static string Write(PlanDiff diff)
    {
        if (diff.IsEmpty)
        {
            return "Nothing changes.\n";
        }

        var text = new StringBuilder();
        foreach (var change in diff.Changes)
        {
            Change(text, change);
        }

        text.Append('\n').AppendJoin(", ", Counts(diff)).Append(".\n");
        foreach (var outage in diff.Outages)
        {
            text.Append(Sentence(outage)).Append('\n');
        }

        foreach (var hint in diff.Hints)
        {
            text.Append("Hint: ").Append(hint).Append('\n');
        }

        return text.ToString();
    }

    private static void Change(StringBuilder text, PlanChange change)
    {
        text.Append(Mark(change.Kind)).Append(' ').Append(change.Type).Append(' ').Append(change.Name).Append('\n');
        foreach (var value in change.Values)
        {
            text.Append("      ").Append(value.Attribute).Append(": ").Append(Shown(value.Before)).Append(" -> ").Append(Shown(value.After))
                .Append(value.Replaces ? "  (replaces it)" : "").Append('\n');
        }

        if (change.Outage is { } outage)
        {
            text.Append("      ").Append(Sentence(outage)).Append('\n');
        }
    }

    private static string Mark(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "  +",
        ChangeKind.Destroy => "  -",
        ChangeKind.Replace => "-/+",
        _ => "  ~",
    };

    private static string Shown(string text) => text.Length == 0 ? "none" : text;

    private static IEnumerable<string> Counts(PlanDiff diff) =>
        from kind in new[]
        {
            (Kind: ChangeKind.Create, Word: "to create"),
            (Kind: ChangeKind.Update, Word: "to update"),
            (Kind: ChangeKind.Replace, Word: "to replace"),
            (Kind: ChangeKind.Destroy, Word: "to destroy"),
        }
        let count = diff.Changes.Count(change => change.Kind == kind.Kind)
        where count > 0
        select string.Create(CultureInfo.InvariantCulture, $"{count} {kind.Word}");

    private static string Sentence(Outage outage)
    {
        var down = outage.Tunnels.Count switch
        {
            0 => null,
            1 => $"Tunnel {outage.Tunnels[0]} goes down{For(outage.Minutes)}.",
            _ => $"Tunnels {string.Join(", ", outage.Tunnels)} go down{For(outage.Minutes)}.",
        };
        return string.Join(' ', new[] { down, outage.Note }.OfType<string>());
    }

    private static string Sentence(LinkOutage outage) => outage.IsTotal
        ? $"Link {outage.Link}: no VPN{For(outage.Minutes)}, as all {outage.Total} tunnels go down and may do so at once."
        : $"Link {outage.Link}: {outage.Tunnels.Count} of {outage.Total} tunnels go down{For(outage.Minutes)}; traffic keeps to the others.";

    private static string For(int? minutes) => minutes is { } known
        ? string.Create(CultureInfo.InvariantCulture, $" for up to about {known} minutes")
        : " for a short time";
}
