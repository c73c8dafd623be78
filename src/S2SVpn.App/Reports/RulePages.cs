using S2SVpn.Design;
using S2SVpn.Design.Rules;

namespace S2SVpn.App.Reports;

/// <summary>Shows the rules: all of them as docs/rules.md, or one in a terminal.</summary>
internal static class RulePages
{
    private static readonly (string Prefix, string Title, string About)[] Groups =
    [
        ("AWS", "AWS", "What AWS refuses, or takes and then does otherwise."),
        ("AZ", "Azure", "What Azure refuses, or takes and then does otherwise."),
        ("X", "Both", "What either cloud takes for itself, but not the two together; and what makes a request whole."),
    ];

    public static string Markdown() => string.Concat(
        About().Concat(Groups.SelectMany(Group)).Concat(Held()).Select(line => line + "\n"));

    /// <summary>All about one rule. Addresses stay whole, so that they can be followed.</summary>
    public static string Text(RuleFacts facts, int width) => string.Concat(
        ((IEnumerable<string>)
        [
            .. TextWrapping.Wrap($"{facts.Code} ({Words.Of(facts.Level)}): {facts.Title}", width, width), "",
            .. TextWrapping.Wrap($"Why: {facts.Why}", width, width),
            .. TextWrapping.Wrap($"Fix: {facts.Fix}", width, width),
            .. facts.Sources.Count == 0 ? [] : (string[])["Sources:", .. facts.Sources.Select(source => $"  {source.What}: https://{source.Where}")],
        ]).Select(line => line + "\n"));

    private static IEnumerable<string> About() =>
    [
        "# Rules",
        "",
        $"Every request is checked by these {RuleBook.All.Count} rules before anything is written. What is found is shown all at",
        "once, in the order of the file: where it is, the value given, what is allowed, and what to write instead.",
        "",
        "- An **error** stops: nothing is written.",
        "- A **warning** does not stop. It can be accepted in the request by its code, with a reason, and is then shown as",
        "  accepted:",
        "",
        "  ```yaml",
        "  accept:",
        "    - rule: X016",
        "      because: one active path is enough for the lab",
        "  ```",
        "",
        "A rule holds for what the request says. What only a cloud will know, such as the ids and addresses that it gives out,",
        "is not checked. The `rules` command shows the same as this page, which is made from the rules themselves.",
        "",
    ];

    private static IEnumerable<string> Group((string Prefix, string Title, string About) group)
    {
        var rules = RuleBook.All.Select(rule => rule.Facts).Where(facts => PrefixOf(facts.Code) == group.Prefix).ToList();
        return
        [
            $"## {group.Title}", "", group.About, "", "| Code | Level | What has to hold |", "| --- | --- | --- |",
            .. rules.Select(facts =>
                $"| [{facts.Code}](#{facts.Code.ToLowerInvariant()}) | {Words.Of(facts.Level)} | {facts.Title} |"),
            "",
            .. rules.SelectMany(Section),
        ];
    }

    private static IEnumerable<string> Section(RuleFacts facts) =>
    [
        $"### {facts.Code}", "", $"**{facts.Title}** ({Words.Of(facts.Level)})", "", facts.Why, "", $"Fix: {facts.Fix}", "",
        .. facts.Sources.Count == 0 ? Array.Empty<string>() : [$"Source: {string.Join("; ", facts.Sources.Select(Link))}", ""],
    ];

    private static IEnumerable<string> Held() =>
    [
        "## Held without a check", "",
        "These hold as well: the request can't say otherwise, or another rule sees to it.", "",
        "| Code | What has to hold | By |", "| --- | --- | --- |",
        .. StructuralGuarantee.All.Select(held => $"| {held.Code} | {held.What} | {held.Where} |"),
    ];

    private static string Link(Source source) => $"[{source.What}](https://{source.Where})";

    private static string PrefixOf(string code) => string.Concat(code.TakeWhile(char.IsAsciiLetterUpper));
}
