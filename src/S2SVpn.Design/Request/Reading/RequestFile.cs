using System.Globalization;
using System.Text;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Reads a request's file. What can't be read gives a finding, too.</summary>
public static class RequestFile
{
    // The mark of UTF-8 has three bytes more, and a character at most three.
    private const int MostBytes = (Limits.Characters * 3) + 3;

    private static readonly TimeSpan PipeOpens = TimeSpan.FromSeconds(10);

    /// <param name="path">The file.</param>
    /// <param name="env">An environment variable's value by its name; null where it is not set.</param>
    public static ReadResult Read(string path, Func<string, string?> env)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(env);
        try
        {
            using var file = Open(path);
            return file is null
                ? Failed(ReadingCodes.Unreadable, new SourceSpan(path, 1, 1, 1), $"{path} is a pipe that nobody writes to", "Give a file, or a pipe with a program at its other end.")
                : Read(file, path, env);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Failed(ReadingCodes.Unreadable, new SourceSpan(path, 1, 1, 1), Why(error, path), Fix(error, path));
        }
    }

    /// <param name="content">The file's bytes, such as standard input.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="env">An environment variable's value by its name; null where it is not set.</param>
    public static ReadResult Read(Stream content, string name, Func<string, string?> env)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Decode(Bytes(content), name, env);
    }

    // A pipe opens when somebody writes to it, and has no length.
    private static FileStream? Open(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: 0 })
        {
            return File.OpenRead(path);
        }

        var opened = Task.Run(() => File.OpenRead(path));
        return Task.WhenAny(opened, Task.Delay(PipeOpens)).GetAwaiter().GetResult() == opened ? opened.GetAwaiter().GetResult() : null;
    }

    private static ReadResult Decode(byte[] bytes, string path, Func<string, string?> env)
    {
        // UTF-32 in both orders of its bytes, with a mark at its start and without. Its mark begins as that of UTF-16 does: unicode.org/faq/utf_bom.
        if (bytes is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [not 0, 0, 0, 0, ..] or [0, 0, 0, not 0, ..])
        {
            return Failed(ReadingCodes.NotUtf8, new SourceSpan(path, 1, 1, 1), "the file is UTF-32; UTF-8 is expected", "Save the file as UTF-8.");
        }

        // Without a mark at its start, UTF-16 passes for UTF-8 with a NUL beside each letter.
        if (bytes is [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..])
        {
            return Failed(ReadingCodes.NotUtf8, new SourceSpan(path, 1, 1, 1), "the file is UTF-16; UTF-8 is expected", "Save the file as UTF-8.");
        }

        try
        {
            return RequestReader.Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), path, env);
        }
        catch (DecoderFallbackException error)
        {
            var before = new SourceText(path, Encoding.UTF8.GetString(bytes, 0, Math.Clamp(error.Index, 0, bytes.Length)));
            var utf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
            return Failed(
                ReadingCodes.NotUtf8, before.Span(before.Text.Length, before.Text.Length),
                utf16 ? "the file is UTF-16; UTF-8 is expected"
                    : string.Create(CultureInfo.InvariantCulture, $"the byte 0x{error.BytesUnknown?.FirstOrDefault():X2} here is not valid UTF-8"),
                "Save the file as UTF-8.");
        }
    }

    // One byte past the limit is enough to know, also of what has no length, such as a pipe.
    private static byte[] Bytes(Stream file)
    {
        using var bytes = new MemoryStream();
        var part = new byte[16 * 1024];
        for (var read = file.Read(part); read > 0 && bytes.Length <= MostBytes; read = file.Read(part))
        {
            bytes.Write(part, 0, read);
        }

        return bytes.ToArray();
    }

    private static ReadResult Failed(string code, SourceSpan span, string message, string fix) => new(null, [new Finding
    {
        Code = code,
        Level = FindingLevel.Error,
        Message = message,
        Fix = fix,
        Places = [new FindingPlace("", span)],
    }]);

    private static bool IsLoop(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            return new FileInfo(path) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is null;
        }
        catch (IOException)
        {
            // What it says of too many links in a row.
            return true;
        }
    }

    private static string Why(Exception error, string path) => error switch
    {
        _ when path.Length == 0 => "the name of the request is empty",
        FileNotFoundException or DirectoryNotFoundException => $"{path} does not exist",
        UnauthorizedAccessException when Directory.Exists(path) => $"{path} is a folder",
        UnauthorizedAccessException => $"no permission to read {path}",
        _ when IsLoop(path) => $"{path} is a symbolic link that points to itself",
        _ => $"{path} can't be read",
    };

    private static string Fix(Exception error, string path) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException =>
            "Give the path of the request, or create one with name, aws (region and network) and azure (location and network).",
        UnauthorizedAccessException when Directory.Exists(path) => "Give the path of the request's file in it.",
        UnauthorizedAccessException => "Use a file that you have permission to read.",
        _ when IsLoop(path) => "Give the path of the file itself, or fix the link.",
        _ => "Check the path, and that no other program has locked the file.",
    };
}
