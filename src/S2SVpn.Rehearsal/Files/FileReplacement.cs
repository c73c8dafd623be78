namespace S2SVpn.Rehearsal.Files;

/// <summary>Puts files where others may be, so that nobody ever finds half of one.</summary>
public static class FileReplacement
{
    /// <summary>
    /// Copies all files of a folder into another one, with the folders that they are in. Each is first written beside its place; only when
    /// all of them are there do they take their places. What else is in the other folder stays.
    /// </summary>
    /// <exception cref="IOException">A file could not be written; none was replaced, unless it says so.</exception>
    public static void CopyAll(string from, string to)
    {
        var files = Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (From: file, Beside: "", To: Path.Combine(to, Path.GetRelativePath(from, file))))
            .Select(file => file with { Beside = $"{file.To}.new" }).ToList();
        try
        {
            foreach (var file in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file.To)!);
                if (Directory.Exists(file.To))
                {
                    throw new IOException($"{file.To} is a folder, and a file of this name is to be written. Move the folder away.");
                }

                File.Copy(file.From, file.Beside, overwrite: true);
            }

            foreach (var file in files)
            {
                File.Move(file.Beside, file.To, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            foreach (var file in files.Where(file => File.Exists(file.Beside)))
            {
                File.Delete(file.Beside);
            }

            throw new IOException($"{to} could not be written: {exception.Message}", exception);
        }
    }
}
