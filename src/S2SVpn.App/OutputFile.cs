namespace S2SVpn.App;

/// <summary>A file that a command writes.</summary>
internal static class OutputFile
{
    /// <summary>Nothing that was read is written over.</summary>
    /// <exception cref="UserException">The output is one of the inputs.</exception>
    public static void KeepApart(string? output, params IEnumerable<string?> inputs)
    {
        if (output is not null && inputs.Any(input => input is not null && Real(input) == Real(output)))
        {
            throw new UserException($"{output} is read by this command, and would be lost: name another file to write.");
        }
    }

    private static string Real(string path) => (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
