using System.CommandLine;

namespace S2SVpn.App.Commands;

/// <summary>Finds the verb that somebody meant: with one letter wrong it would be taken for a request's file.</summary>
internal static class NearVerb
{
    private const int Wrong = 2;

    /// <returns>Null where the word is a file, or like no verb.</returns>
    public static string? Of(string word, IEnumerable<Command> verbs) => File.Exists(word) || Directory.Exists(word) || word.Any(sign => !char.IsAsciiLetter(sign))
        ? null
        : verbs.Select(verb => (verb.Name, Distance: Distance(word, verb.Name))).Where(verb => verb.Distance <= Wrong && verb.Distance < verb.Name.Length / 2).OrderBy(verb => verb.Distance).FirstOrDefault().Name;

    // How many letters have to be put in, taken out or changed.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var (before, above) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                above = Math.Min(Math.Min(row[j], row[j - 1]) + 1, before + (left[i - 1] == right[j - 1] ? 0 : 1));
                (before, row[j]) = (row[j], above);
            }
        }

        return row[^1];
    }
}
