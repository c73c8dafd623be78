using System.Globalization;
using S2SVpn.Design;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Reports;

/// <summary>A plan for a terminal.</summary>
internal static class PlanTable
{
    /// <summary>The width of a terminal that doesn't say.</summary>
    public const int UsualWidth = 100;

    private static readonly TextTable<TunnelPlan> TunnelTable = new(
        new("Link", tunnel => tunnel.Link),
        new("Instance", tunnel => Number(tunnel.AzureInstance), GoesFirst: 2),
        new("Connection", tunnel => Number(tunnel.Connection)),
        new("Tunnel", tunnel => Number(tunnel.Number)),
        new("Inside network", tunnel => tunnel.Inside.ToString()),
        new("AWS address", tunnel => tunnel.AwsAddress.ToString()),
        new("Azure address", tunnel => tunnel.AzureAddress.ToString()),
        new("Starts", tunnel => tunnel.IsUsed ? Words.Of(tunnel.Initiator) : "unused", GoesFirst: 3),
        new("Key slot", tunnel => tunnel.Key, GoesFirst: 1));

    private static readonly TextTable<PlanChoice> ChoiceTable = new(
        new("Chosen", choice => choice.What),
        new("Value", choice => choice.Value, Wraps: true),
        new("Line that changes it", choice => choice.Line),
        new("Why", choice => choice.Why, Wraps: true, GoesFirst: 1));

    /// <summary>
    /// Every tunnel: the Azure gateway's instance, the AWS connection and tunnel, and what is inside. Where it is too
    /// wide, it leaves out what the rest tells as well, and falls back to a block a tunnel.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="width">How wide it may be.</param>
    /// <param name="most">How many tunnels it shows.</param>
    public static string Tunnels(ConnectivityPlan plan, int width = UsualWidth, int most = int.MaxValue)
    {
        var tunnels = plan.Tunnels.ToList();
        var rest = tunnels.Count - most;
        return TunnelTable.Write(rest > 0 ? tunnels[..most] : tunnels, width) + (rest > 0 ? $"and {rest} more: 'plan' shows them all\n" : "");
    }

    /// <summary>What the plan decided by itself.</summary>
    public static string Choices(IReadOnlyCollection<PlanChoice> choices, int width = UsualWidth) => ChoiceTable.Write(choices, width);

    /// <summary>What to know before it is applied. A command stays on one line, so that it can be copied.</summary>
    public static string Notes(IEnumerable<PlanNote> notes, int width = UsualWidth) => string.Concat(notes.Select(note =>
        string.Concat(TextWrapping.Wrap(note.Text, width, width).Select(line => $"{line}\n")) + (note.Command is { } command ? $"  {command}\n" : "") + "\n"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
