using S2SVpn.App.Reports;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.App.Initializing;

/// <summary>Five questions, each with an answer to take by Enter. One that breaks a rule is asked again.</summary>
internal static class Questions
{
    private static readonly (string Question, string Usual)[] All =
    [
        ("Name of the VPN", "shop"),
        ("AWS region", "eu-central-1"),
        ("Network of the new VPC", "10.2.0.0/16"),
        ("Azure location", "westeurope"),
        ("Network of the new VNet", "10.1.0.0/16"),
    ];

    public static string Ask(Terminal terminal, bool yes)
    {
        var answers = All.Select(question => question.Usual).ToArray();
        for (var at = 0; at < All.Length && !yes; at++)
        {
            do
            {
                terminal.Error.Write($"{All[at].Question} [{All[at].Usual}]: ");
                var answer = terminal.In.ReadLine() ?? throw new UserException("There is nobody to answer. '--yes' takes the answers in brackets.");
                answers[at] = answer.Trim() is { Length: > 0 } given ? given : All[at].Usual;
            }
            while (IsWrong(Text(answers), terminal));
        }

        return Text(answers);
    }

    private static string Text(string[] answers) => Templates.Minimal(answers[0], answers[1], answers[2], answers[3], answers[4]);

    // Later answers are good ones until they are given: what is wrong is the last.
    private static bool IsWrong(string text, Terminal terminal)
    {
        var read = RequestReader.Read(text, "answer", _ => null);
        var errors = read.Findings.Concat(read.Document is null ? [] : RuleBook.Check(read.Document)).Where(finding => finding.Stops).ToList();
        foreach (var sentence in errors.Select(error => $"{error.Message}. {error.Fix}"))
        {
            terminal.Error.WriteLine(string.Join("\n", TextWrapping.Wrap(sentence, terminal.Width, terminal.Width)));
        }

        return errors.Count > 0;
    }
}
