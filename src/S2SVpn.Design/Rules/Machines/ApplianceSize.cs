using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class ApplianceSize : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X133",
        Level = FindingLevel.Error,
        Title = "An appliance has one or two machines, an address for each or none, and no more subnets than machines",
        Why = "Two machines back each other up, and a link's tunnels are planned for that.",
        Sources = [Source.AzureHighlyAvailable],
        Fix = "Write count: 1 or count: 2, and as many addresses, or none.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var site in context.Sites)
        {
            if (site.Appliance is not { } appliance)
            {
                continue;
            }

            var path = site.Gateway["appliance"];
            if (appliance.Count is < 1 or > 2)
            {
                yield return new Violation($"{context.FormatPath(path["count"])} {appliance.Count} is neither 1 nor 2", path["count"]);
            }
            else if (appliance.Addresses.Count > 0 && appliance.Addresses.Count != appliance.Count)
            {
                yield return new Violation(
                    $"{context.FormatPath(path["addresses"])} has "
                    + $"{Phrase.Count(appliance.Addresses.Count, "address", "addresses")} for "
                    + Phrase.Count(appliance.Count, "machine"),
                    path["addresses"], path["count"]);
            }
            else if (appliance.Subnets.Count > appliance.Count)
            {
                yield return new Violation(
                    $"{context.FormatPath(path["subnets"])} has {appliance.Subnets.Count} subnets for {Phrase.Count(appliance.Count, "machine")}",
                    path["subnets"], path["count"])
                {
                    Fix = appliance.Count == 1 && appliance.Subnets.Count == 2 ? "Write one subnet, or count: 2."
                        : appliance.Count == 1 ? "Write one subnet, or two and count: 2."
                        : "Write one subnet, or one for each of the two machines.",
                };
            }
        }
    }
}
