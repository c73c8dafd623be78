using System.Globalization;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>Files of values that Terraform reads by itself (developer.hashicorp.com/terraform/language/values/variables).</summary>
internal static class VariableFiles
{
    // What is later in the list counts more.
    private static readonly string[] First = ["terraform.tfvars", "terraform.tfvars.json"];

    private static readonly string[] Endings = [".auto.tfvars", ".auto.tfvars.json"];

    /// <summary>Those of a folder, in the order in which Terraform reads them; none where there is no such folder.</summary>
    public static IEnumerable<string> In(string folder) => !Directory.Exists(folder) ? [] : First.Select(name => Path.Combine(folder, name)).Where(File.Exists)
        .Concat(Directory.EnumerateFiles(folder).Where(file => Endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))).Order(StringComparer.Ordinal));

    /// <summary>Writes such files into another folder, where they count in the same order, and more than the values that are made up there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">Their names and texts, in that order.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task WriteAsync(string folder, IEnumerable<KeyValuePair<string, string>> files, CancellationToken stop)
    {
        foreach (var ((name, text), index) in files.Select((file, index) => (file, index)))
        {
            var own = First.Contains(name) ? name.Replace(".tfvars", ".auto.tfvars", StringComparison.Ordinal) : name;
            await File.WriteAllTextAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{index:D3}-{own}")), text, stop);
        }
    }
}
