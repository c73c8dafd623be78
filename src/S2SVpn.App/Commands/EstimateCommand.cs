using System.CommandLine;
using System.Globalization;
using S2SVpn.App.Estimating;
using S2SVpn.Design.Estimates;

namespace S2SVpn.App.Commands;

/// <summary>Tells what a request costs a month, what it carries and how available it is; or two of them side by side.</summary>
internal static class EstimateCommand
{
    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var other = new Argument<string?>("other") { Description = "Another request, to stand beside it.", DefaultValueFactory = _ => null };
        RequestArgument.RefuseOptions(other);
        var gigabytes = new Option<string[]>("--gb-out") { Description = "Gigabytes a month that leave each site: one number for both clouds, or AWS's and Azure's.", Arity = new ArgumentArity(1, 2), AllowMultipleArgumentsPerToken = true };
        var hours = new Option<decimal>("--hours") { Description = "Hours a month that it stands.", DefaultValueFactory = _ => 730 };
        var prices = new Option<string?>("--prices") { Description = "A JSON file with prices of your own: { \"aws.vpn-connection\": 0.05, ... }. --format json lists the keys." };
        var format = new Option<string>("--format") { Description = "How to report.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Command("estimate", "Show what a request costs a month by line, with the source of each price, and its availability, throughput and failover. An estimate: nothing of it is exact.")
        {
            request, other, gigabytes, hours, prices, format,
        };
        command.SetAction(parsed =>
        {
            var options = Options(parsed.GetValue(gigabytes) ?? [], parsed.GetValue(hours), parsed.GetValue(prices));
            string[] files = parsed.GetValue(other) is { } second ? [parsed.GetRequiredValue(request), second] : [parsed.GetRequiredValue(request)];
            var estimates = new List<Estimate>();
            foreach (var file in files)
            {
                if (RequestLoader.Load(file, terminal) is not { } loaded)
                {
                    return 1;
                }

                estimates.Add(Estimate.Of(loaded.Plan, options));
            }

            terminal.Out.Write(parsed.GetValue(format) switch
            {
                "markdown" => EstimateMarkdown.Write(estimates, options),
                "json" => EstimateJson.Write(estimates, options),
                _ => EstimateText.Write(estimates, options, terminal.Width),
            });
            return 0;
        });
        return command;
    }

    private static EstimateOptions Options(string[] amounts, decimal hours, string? prices)
    {
        var gigabytes = amounts.Select(amount => decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (hours is < 0 or > 744 || gigabytes.Any(amount => amount < 0))
        {
            throw new UserException("--hours is from 0 to 744, and --gb-out one or two numbers, not negative.") { ExitCode = CommandLine.BadCall };
        }

        var options = new EstimateOptions { Hours = hours, Prices = PriceFile.Read(prices) };
        return gigabytes.Length == 0 ? options : options with { AwsGigabytesOut = gigabytes[0], AzureGigabytesOut = gigabytes[^1] };
    }
}
