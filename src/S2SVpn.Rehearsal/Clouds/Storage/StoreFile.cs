using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Storage;

/// <summary>
/// A store that outlives its process: type, then id, then attributes. To see how Terraform finds drift, edit it between two
/// runs. It holds the simulated keys, so only its owner may read it.
/// </summary>
public sealed class StoreFile : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly string _file;
    private readonly FileStream _lock;

    private StoreFile(string file, FileStream @lock)
    {
        _file = file;
        _lock = @lock;
        Store = new CloudStore(objects: Read(file), save: Write);
    }

    public CloudStore Store { get; }

    /// <exception cref="IOException">Another process has it open, or the file can't be read.</exception>
    public static StoreFile Open(string file)
    {
        file = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var held = Hold(file);
        try
        {
            return new StoreFile(file, held);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            held.Dispose();
            throw new IOException($"{file} is not a store of simulated clouds: {exception.Message}", exception);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Hold(string file)
    {
        try
        {
            return new FileStream($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            throw new IOException($"Another run uses the store {file}. Wait for it, or take another file.", exception);
        }
    }

    private static List<CloudObject> Read(string file)
    {
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
        {
            return [];
        }

        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. document.RootElement.EnumerateObject().SelectMany(type => type.Value.EnumerateObject()
                .Select(item => new CloudObject(type.Name, item.Name, ValueJson.ReadObject(item.Value)))),
        ];
    }

    private void Write(IReadOnlyList<CloudObject> objects)
    {
        var json = new JsonObject(objects.GroupBy(item => item.Type, StringComparer.Ordinal).Select(type => KeyValuePair.Create(
            type.Key, (JsonNode?)new JsonObject(type.Select(item => KeyValuePair.Create(item.Id, ValueJson.Write(item.Values)))))));
        var next = $"{_file}.next";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(next, options))
        {
            writer.Write(json.ToJsonString(Indented));
        }

        // A rename, so that a run that is killed leaves either the store before or the one after.
        File.Move(next, _file, overwrite: true);
    }
}
