namespace S2SVpn.App;

/// <summary>A file with secrets in it: only this user can read it, and it is whole or not there.</summary>
internal static class PrivateFile
{
    public static void Write(string path, string text)
    {
        var beside = $"{path}.new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new StreamWriter(beside, options))
        {
            stream.Write(text);
        }

        File.Move(beside, path, overwrite: true);
    }
}
