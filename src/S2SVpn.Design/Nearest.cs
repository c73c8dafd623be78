namespace S2SVpn.Design;

/// <summary>Finds the word that somebody meant.</summary>
internal static class Nearest
{
    private const int LongestGuess = 60;

    /// <summary>The nearest of the words, or none where all are far away.</summary>
    public static string? To(string given, IEnumerable<string> words)
    {
        if (given.Length > LongestGuess)
        {
            return null;
        }

        var plain = Plain(given);
        return words
            .Select(word => (word, distance: Distance(plain, Plain(word))))
            .Where(pair => pair.distance <= Math.Max(1, Math.Min(plain.Length, pair.word.Length) / 3))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.word)
            .FirstOrDefault();
    }

    // internet_gateway and Internet-Gateway are internetGateway.
    private static string Plain(string word) =>
        word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>How many letters to put in, take out, change or swap with the next one.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
