using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.App.Reports;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Processes;

namespace S2SVpn.App.Keys;

/// <summary>
/// The file of variables with the key pairs of a stack's WireGuard tunnels. It lies in the stack's folder, where Terraform reads it by itself, and
/// is for its owner alone; git ignores it.
/// </summary>
internal sealed class KeyFile
{
    private const string Name = "wireguard.auto.tfvars.json";

    private static readonly string[] Ends = ["aws", "azure"];

    private readonly JsonObject _content;

    private KeyFile(string path, JsonObject content) => (Path, _content) = (path, content);

    public string Path { get; }

    /// <summary>The variables that it has values for.</summary>
    public IEnumerable<string> Variables => _content.Select(variable => variable.Key);

    /// <exception cref="UserException">It can't be read, or something in it is no pair.</exception>
    public static KeyFile Open(string folder)
    {
        var path = System.IO.Path.Combine(folder, Name);
        try
        {
            var file = new KeyFile(path, File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw NotOurs(path) : []);
            foreach (var variable in file.Variables)
            {
                file.Check(variable);
            }

            return file;
        }
        catch (JsonException)
        {
            // The parser's own words may quote a key.
            throw NotOurs(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{path} can't be read: {exception.Message}");
        }
    }

    public bool Has(KeySlotPlan slot) => _content.ContainsKey(slot.Variable!);

    /// <summary>Gives a tunnel new pairs.</summary>
    public void Renew(KeySlotPlan slot) => _content[slot.Variable!] = new JsonObject(Ends.SelectMany(end =>
    {
        var key = CurveKeys.NewPrivate();
        return new[] { KeyValuePair.Create($"{end}_private", (JsonNode?)key), KeyValuePair.Create($"{end}_public", (JsonNode?)CurveKeys.PublicOf(key)) };
    }));

    public void Remove(string variable) => _content.Remove(variable);

    /// <exception cref="UserException">It can't be written.</exception>
    public void Save()
    {
        try
        {
            var folder = System.IO.Path.GetDirectoryName(Path)!;
            Directory.CreateDirectory(folder);
            Ignore(System.IO.Path.Combine(folder, ".gitignore"));
            PrivateFile.Write(Path, _content.ToText());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{Path} can't be written: {exception.Message}");
        }
    }

    private static void Ignore(string file)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        if (!lines.Contains(Name))
        {
            File.WriteAllLines(file, [.. lines, Name]);
        }
    }

    private void Check(string variable)
    {
        string? Key(string name) => _content[variable] is JsonObject pairs && pairs[name] is JsonValue value && value.TryGetValue<string>(out var text) && CurveKeys.IsKey(text) ? text : null;
        foreach (var end in Ends)
        {
            if (Key($"{end}_private") is not { } key || Key($"{end}_public") != CurveKeys.PublicOf(key))
            {
                throw new UserException($"{Path}: {variable} has no pair of keys for {end}, or a public key that is not that of the private one. Take the variable out, and run the command again: it gives the tunnel new keys.");
            }
        }
    }

    private static UserException NotOurs(string path) => new($"{path} is not what this command writes. Move it away, and run the command again: it gives all tunnels new keys.");
}
