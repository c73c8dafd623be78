namespace S2SVpn.App;

/// <summary>
/// Finds the state of a stack that this run no longer writes. 'cdktf synth' deletes the folders of such stacks, and with
/// them the only record of what is running in the clouds.
/// </summary>
public static class OrphanedState
{
    public static IEnumerable<string> In(string outputFolder, IEnumerable<string> stacks)
    {
        var folders = new DirectoryInfo(Path.Combine(outputFolder, "stacks"));
        return !folders.Exists ? [] : folders.EnumerateDirectories()
            .Where(folder => !stacks.Contains(folder.Name))
            .SelectMany(folder => folder.EnumerateFiles("*.tfstate"))
            .Where(file => file.Length > 0)
            .Select(file => Path.Combine(outputFolder, "stacks", file.Directory!.Name, file.Name));
    }
}
