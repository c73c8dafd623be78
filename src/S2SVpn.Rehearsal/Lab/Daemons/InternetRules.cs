using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>The public Internet of the lab, which can be made to swallow what goes between two addresses.</summary>
internal static class InternetRules
{
    public const string Table = """
        table ip internet {
          set cut { type ipv4_addr . ipv4_addr; }
          chain forward {
            type filter hook forward priority 0; policy accept;
            ip saddr . ip daddr @cut drop
          }
        }

        """;

    /// <summary>Swallows everything between the pairs, both ways, and lets all others through.</summary>
    public static string Cut(IReadOnlyCollection<(Ipv4 Left, Ipv4 Right)> pairs)
    {
        var elements = pairs.SelectMany(pair => new[] { $"{pair.Left} . {pair.Right}", $"{pair.Right} . {pair.Left}" }).Distinct().ToList();
        return "flush set ip internet cut\n" + (elements.Count == 0 ? "" : $"add element ip internet cut {{ {string.Join(", ", elements)} }}\n");
    }
}
