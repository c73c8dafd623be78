using System.Text;
using S2SVpn.App.Reports;
using S2SVpn.Design.Estimates;

namespace S2SVpn.App.Estimating;

/// <summary>An estimate, or two side by side, for a terminal.</summary>
internal static class EstimateText
{
    private static readonly TextTable<CostLine> Lines = new(
        new("Where", line => line.Where),
        new("What", line => line.Price.What, Wraps: true),
        new("Count", line => EstimateWords.Number(line.Count), Right: true, GoesFirst: 3),
        new("Units", line => $"{EstimateWords.Number(line.Units)} {line.Price.Unit}", Right: true, GoesFirst: 2),
        new("Price", line => $"{EstimateWords.Price(line.Price)}", Right: true, GoesFirst: 4),
        new("A month", line => EstimateWords.Dollars(line.Monthly), Right: true));

    public static string Write(IReadOnlyList<Estimate> estimates, EstimateOptions options, int width)
    {
        var text = new StringBuilder();
        foreach (var estimate in estimates)
        {
            text.Append(text.Length > 0 ? "\n" : "");
            Add(text, $"{estimate.Name}: {EstimateWords.Sum(estimate.Cost)}", width);
            text.Append('\n').Append(Lines.Write(estimate.Cost.Lines, width));
            text.Append('\n');
            Add(text, EstimateWords.Sources(estimate.Cost), width);
            if (estimate.Cost.HasUnchecked)
            {
                Add(text, EstimateWords.UncheckedNote, width);
            }

            Add(text, $"Not counted: {string.Join("; ", estimate.Cost.NotCounted)}.", width);
            foreach (var sentence in EstimateWords.Links(estimate))
            {
                text.Append("\n- ").AppendJoin("\n  ", TextWrapping.Wrap(sentence, width - 2, width - 2));
            }

            text.Append('\n');
        }

        text.Append('\n');
        if (estimates.Count > 1)
        {
            text.Append(SideBySide(estimates, width)).Append('\n');
        }

        Add(text, EstimateWords.Basis(options), width);
        return text.ToString();
    }

    private static string SideBySide(IReadOnlyList<Estimate> estimates, int width) => new TextTable<(string What, string First, string Second)>(
        new("", row => row.What),
        new(estimates[0].Name, row => row.First, Wraps: true),
        new(estimates[1].Name, row => row.Second, Wraps: true)).Write([.. EstimateWords.Compare(estimates[0], estimates[1])], width);

    private static void Add(StringBuilder text, string sentence, int width) =>
        text.AppendJoin('\n', TextWrapping.Wrap(sentence, width, width)).Append('\n');
}
