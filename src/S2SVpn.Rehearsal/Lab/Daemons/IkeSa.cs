using System.Globalization;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>An IKE SA as charon reports it.</summary>
/// <param name="Id">Its number in its charon.</param>
/// <param name="State">Such as <c>ESTABLISHED</c>.</param>
/// <param name="Version">1 or 2.</param>
/// <param name="Algorithms">What was agreed, in the words of the IANA registry as charon writes them.</param>
/// <param name="Children">Its child SAs.</param>
internal sealed record IkeSa(string Id, string State, int Version, string Algorithms, IReadOnlyList<ChildSa> Children)
{
    public static IEnumerable<IkeSa> From(ViciNode message) => message.Sections.Select(ike => new IkeSa(
        ike.Section.Text("uniqueid") ?? "",
        ike.Section.Text("state") ?? "",
        ike.Section.Text("version") == "1" ? 1 : 2,
        Words(ike.Section, "encr-alg", "encr-keysize", "integ-alg", "prf-alg", "dh-group"),
        (ike.Section.Section("child-sas")?.Sections ?? []).Select(child => new ChildSa(
            child.Section.Text("uniqueid") ?? "",
            child.Section.Text("state") ?? "",
            Words(child.Section, "encr-alg", "encr-keysize", "integ-alg"),
            child.Section.Text("dh-group"),
            string.Join(", ", child.Section.List("local-ts")),
            string.Join(", ", child.Section.List("remote-ts")),
            Number(child.Section, "packets-in"),
            Number(child.Section, "packets-out"))).ToList()));

    private static string Words(ViciNode section, params string[] names) => string.Join(' ', names.Select(section.Text).OfType<string>());

    private static long Number(ViciNode section, string name) => long.TryParse(section.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>A child SA: what carries the traffic.</summary>
internal sealed record ChildSa(string Id, string State, string Algorithms, string? Group, string Local, string Remote, long PacketsIn, long PacketsOut);
