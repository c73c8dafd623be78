using System.Globalization;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Clouds.Faults;

/// <summary>One thing that goes wrong on purpose.</summary>
/// <param name="Type">The resource type, or * for all of them.</param>
/// <param name="Name">Only the one with this attribute <c>name</c>; null means all.</param>
/// <param name="Operation">What it happens to.</param>
/// <param name="Takes">How long that takes; infinite means that it never ends. Null means no longer than always.</param>
/// <param name="Fails">How many times it fails before it works.</param>
public sealed partial record InjectedFault(string Type, string? Name, Operation Operation, TimeSpan? Takes, int Fails)
{
    /// <summary>What stands for every type.</summary>
    internal const string All = "*";

    /// <summary>Reads <c>TYPE[NAME] create|read|update|delete  fails [N] | takes TIME | never ends</c>.</summary>
    public static InjectedFault Parse(string text)
    {
        var match = Grammar().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"""
                '{text}' is not a valid fault. Write a resource type, an operation and its effect, such as
                  aws_vpn_connection create fails 1
                  azurerm_virtual_network_gateway create takes 5s
                  azurerm_virtual_network_gateway_connection[shop-con-1-2] delete never ends
                """);
        }

        string? Group(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

        return new InjectedFault(
            match.Groups["type"].Value,
            Group("name"),
            Enum.Parse<Operation>(match.Groups["operation"].Value, ignoreCase: true),
            Group("time") is { } time ? ParseTime(time) : Group("never") is null ? null : Timeout.InfiniteTimeSpan,
            Group("fails") is null ? 0 : int.Parse(Group("count") ?? "1", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a time as Terraform writes one: 90m, 1h30m, 500ms.</summary>
    public static TimeSpan ParseTime(string text) => Times().Matches(text).Aggregate(TimeSpan.Zero, (sum, part) =>
    {
        var number = double.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture);
        return sum + part.Groups["unit"].Value switch
        {
            "h" => TimeSpan.FromHours(number),
            "m" => TimeSpan.FromMinutes(number),
            "ms" => TimeSpan.FromMilliseconds(number),
            _ => TimeSpan.FromSeconds(number),
        };
    });

    public bool Concerns(Operation operation, string type, string? name) =>
        operation == Operation && (Type == All || type == Type) && (Name is null || Name == name);

    [GeneratedRegex(@"^(?<type>\w+|\*)(\[(?<name>[^\]]+)\])? +(?<operation>create|read|update|delete) +((?<fails>fails)( +(?<count>\d+))?|takes +(?<time>([\d.]+(ms|h|m|s))+)|(?<never>never +ends))$")]
    private static partial Regex Grammar();

    [GeneratedRegex(@"(?<number>[\d.]+)(?<unit>ms|h|m|s)")]
    private static partial Regex Times();
}
