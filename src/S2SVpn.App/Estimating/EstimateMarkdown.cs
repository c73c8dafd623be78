using System.Text;
using S2SVpn.Design.Estimates;

namespace S2SVpn.App.Estimating;

/// <summary>An estimate as a page.</summary>
internal static class EstimateMarkdown
{
    public static string Write(IReadOnlyList<Estimate> estimates, EstimateOptions options)
    {
        var text = new StringBuilder();
        foreach (var estimate in estimates)
        {
            text.Append($"## {estimate.Name}: {EstimateWords.Sum(estimate.Cost)}\n\n| where | what | count | units | price | a month | source |\n|---|---|--:|--:|--:|--:|---|\n");
            foreach (var line in estimate.Cost.Lines)
            {
                text.Append($"| {line.Where} | {line.Price.What} | {EstimateWords.Number(line.Count)} | {EstimateWords.Number(line.Units)} {line.Price.Unit} | {EstimateWords.Price(line.Price)} | {EstimateWords.Dollars(line.Monthly)} | {EstimateWords.Source(line.Price)} |\n");
            }

            text.Append(estimate.Cost.HasUnchecked ? $"\n{EstimateWords.UncheckedNote}\n" : "");
            text.Append($"\nNot counted: {string.Join("; ", estimate.Cost.NotCounted)}.\n\n");
            text.AppendJoin("", EstimateWords.Links(estimate).Select(sentence => $"- {sentence}\n")).Append('\n');
        }

        if (estimates.Count > 1)
        {
            text.Append($"| | {estimates[0].Name} | {estimates[1].Name} |\n|---|---|---|\n");
            text.AppendJoin("", EstimateWords.Compare(estimates[0], estimates[1]).Select(row => $"| {row.What} | {row.First} | {row.Second} |\n")).Append('\n');
        }

        return text.Append($"{EstimateWords.Basis(options)}\n").ToString();
    }
}
