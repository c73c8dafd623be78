using System.Diagnostics;
using System.Globalization;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.App;

/// <summary>Shows a rehearsal as it goes: one line for each group of checks, and each failure at once.</summary>
public sealed class RehearsalView(Terminal terminal, bool shows) : ILabListener
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private string? _group;
    private int _passed;
    private int _failed;

    public void Begins(string what)
    {
        Finish();
        _group = what;
    }

    public void Checked(LabCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Count(check.Passed);
    }

    public void Drilled(LabDrill drill)
    {
        ArgumentNullException.ThrowIfNull(drill);
        Count(drill.Passed);
        Write(string.Create(CultureInfo.InvariantCulture, $"{Mark(drill.Passed)} {drill.Name}: {drill.Outcome}"));
    }

    public void Kept(string guide)
    {
        Finish();
        terminal.Error.WriteLine(guide);
    }

    /// <summary>Ends the line of what was going on.</summary>
    public void Finish()
    {
        // Without BGP there is nothing of it to check, and so on.
        if (_group is not null && (_passed + _failed > 0 || !LabOptions.Groups.Contains(_group)))
        {
            var counts = _passed + _failed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $": {_passed} of {_passed + _failed}");
            Write($"{Mark(_failed == 0)} {_group}{counts}");
        }

        (_group, _passed, _failed) = (null, 0, 0);
    }

    private void Count(bool passed) => _ = passed ? _passed++ : _failed++;

    private void Write(string text)
    {
        if (shows)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalSeconds,5:0.0} s  {text}"));
        }
    }

    private string Mark(bool passed) => (passed, terminal.Color) switch
    {
        (true, true) => "\u001b[32mok\u001b[0m  ",
        (true, false) => "ok  ",
        (false, true) => "\u001b[31mFAIL\u001b[0m",
        _ => "FAIL",
    };
}
