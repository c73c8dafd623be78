using System.Globalization;
using System.Text;
using S2SVpn.App.Reports;

namespace S2SVpn.App.Verifying;

/// <summary>Writes what was verified, for people and programs.</summary>
internal static class VerifyReport
{
    public static string Text(IReadOnlyList<VerifyCheck> checks, int width)
    {
        var text = new StringBuilder();
        foreach (var group in checks.GroupBy(check => check.Group))
        {
            var failed = group.Where(check => !check.Passed).ToList();
            text.Append(CultureInfo.InvariantCulture, $"{(failed.Count == 0 ? "ok  " : "FAIL")}  {group.Key,-18} {group.Count() - failed.Count} of {group.Count()}\n");
            foreach (var check in failed)
            {
                text.Append(Wrapped($"{check.Name}: {check.Seen}; expected {check.Expected}.", 6, width));
                text.Append(check.Cause is { } cause ? Wrapped(cause, 8, width) : "");
            }
        }

        var off = checks.Count(check => !check.Passed);
        return text.Append(off == 0
            ? string.Create(CultureInfo.InvariantCulture, $"\nBoth clouds have what the plan says: {checks.Count} checks.\n")
            : string.Create(CultureInfo.InvariantCulture, $"\n{off} of {checks.Count} checks are off.\n")).ToString();
    }

    public static string Json(IReadOnlyList<VerifyCheck> checks) =>
        JsonText.Of(new { Passed = checks.All(check => check.Passed), Checks = checks });

    private static string Wrapped(string sentence, int indent, int width) =>
        string.Concat(TextWrapping.Wrap(sentence, width - indent, width - indent).Select(line => $"{new string(' ', indent)}{line}\n"));
}
