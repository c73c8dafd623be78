using System.Buffers;
using System.Text;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Fills <c>${env:NAME}</c> and <c>${env:NAME:-default}</c> in a text.</summary>
internal sealed class EnvText(Func<string, string?> env)
{
    /// <summary>A text that a variable fills at least a part of, as JSON Schema has it.</summary>
    public const string Pattern = @"\$\{env:[A-Za-z_][A-Za-z0-9_]*(:-[^{}]*)?\}";

    private const string Start = "${";
    private static readonly SearchValues<char> NameSigns =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private long _filled;

    /// <summary>Whether there is anything to fill, or to refuse, in a text.</summary>
    public static bool Concerns(string text) =>
        text.Contains(Start, StringComparison.Ordinal) || text.Contains("%{", StringComparison.Ordinal);

    /// <summary>Whether a text is nothing but a variable, without a default.</summary>
    public static bool IsOnlyAName(string text) =>
        text.StartsWith(Start, StringComparison.Ordinal) && Expression.Read(text, 0) is { Name: not null, Default: null } one && one.End == text.Length;

    /// <summary>Whether the text is filled with nothing at all, as by <c>${env:NAME:-}</c>: as if its key were left out.</summary>
    public bool IsNothing(string text) => Concerns(text) && Fill(text, static (_, _, _) => { }) is "";

    /// <summary>The text, filled; null where something in it can't be.</summary>
    /// <param name="text">The text as it is written.</param>
    /// <param name="refuse">Gets a code, a message that goes on from the path, and a fix, for each thing at fault.</param>
    public string? Fill(string text, Action<string, string, string> refuse)
    {
        var filled = new StringBuilder();
        var good = true;
        var done = 0;
        for (var at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, done, StringComparison.Ordinal))
        {
            filled.Append(text, done, at - done);
            var expression = Expression.Read(text, at);
            var value = Value(expression, refuse);
            good &= value is not null;
            filled.Append(value);
            done = expression.End;
            if (filled.Length > Limits.Value || _filled > Limits.Characters)
            {
                refuse(ReadingCodes.TooBig, "is too long after its variables are filled in", "Shorten them.");
                return null;
            }
        }

        var result = filled.Append(text, done, text.Length - done).ToString();
        _filled += done > 0 ? result.Length : 0;
        if (good && Concerns(result))
        {
            refuse(
                ReadingCodes.BadExpression, "contains, or gets from a variable, a ${ or %{ that Terraform would evaluate",
                "Write the value itself; only ${env:NAME} and ${env:NAME:-default} are filled in.");
            return null;
        }

        return good ? result : null;
    }

    private string? Value(Expression expression, Action<string, string, string> refuse)
    {
        if (expression.Name is not { } name)
        {
            refuse(
                ReadingCodes.BadExpression, "has a ${…} that is not supported here",
                "Write ${env:NAME} or ${env:NAME:-default}, with a name of letters, digits and underscores.");
            return null;
        }

        if (SecretWords.IsSecretName(name))
        {
            refuse(
                ReadingCodes.Secret, $"uses the variable {name}, which looks like a secret",
                "A value of the request ends up in Terraform's configuration. Use link.keys for keys, and give other variables a different name.");
            return null;
        }

        // A variable that is set to nothing is as good as unset, as in a shell.
        var value = env(name)?.TrimEnd('\r', '\n') is { Length: > 0 } set ? set : expression.Default;
        if (value is null)
        {
            refuse(
                ReadingCodes.Unset, $"uses the environment variable {name}, which is not set",
                $"Set {name}, or give a default: ${{env:{name}:-default}}.");
        }

        return value;
    }

    /// <param name="Name">The variable's name; null where the expression is malformed.</param>
    /// <param name="Default">What follows <c>:-</c>.</param>
    /// <param name="End">The place behind it.</param>
    private readonly record struct Expression(string? Name, string? Default, int End)
    {
        public static Expression Read(string text, int at)
        {
            var close = text.AsSpan(at + Start.Length).IndexOfAny('{', '}');
            if (close < 0 || text[at + Start.Length + close] != '}')
            {
                return new Expression(null, null, at + Start.Length);
            }

            var end = at + Start.Length + close;
            var inside = text[(at + Start.Length)..end];
            var colon = inside.IndexOf(":-", StringComparison.Ordinal);
            var (head, fallback) = colon < 0 ? (inside, null) : (inside[..colon], inside[(colon + 2)..]);
            var name = head.StartsWith("env:", StringComparison.Ordinal) && IsName(head.AsSpan(4)) ? head[4..] : null;
            return new Expression(name, fallback, end + 1);
        }

        private static bool IsName(ReadOnlySpan<char> name) =>
            name is { Length: > 0 and <= 200 } && !char.IsAsciiDigit(name[0])
            && !name.ContainsAnyExcept(NameSigns);
    }
}
