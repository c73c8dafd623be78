using System.Reflection;

namespace S2SVpn.Constructs.Appliances;

/// <summary>The programs that are the same on every machine. They are files of their own, so that tools for scripts can check them.</summary>
internal static class ApplianceScripts
{
    private static readonly Assembly Here = typeof(ApplianceScripts).Assembly;

    public static string Read(string name)
    {
        using var stream = Here.GetManifestResourceStream($"Appliances.{name}") ?? throw new ArgumentException($"There is no program {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
