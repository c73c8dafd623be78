using System.Text.Json;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>What Terraform recorded of one or several stacks: the only thing that a lab is made from.</summary>
internal sealed class TerraformState(IReadOnlyList<StateResource> resources)
{
    /// <summary>Reads state files, or what <c>terraform show -json</c> printed of them.</summary>
    /// <exception cref="LabException">A text is neither.</exception>
    public static TerraformState Read(params IEnumerable<string> texts) => new(texts.SelectMany(Resources).ToList());

    /// <summary>The same, with what was there before in place of the little that was read of it.</summary>
    public TerraformState With(IReadOnlyList<ExistingThing> existing)
    {
        var known = existing.Select(thing => new StateResource(thing.Type, $"the existing {thing.Values["id"]}", JsonSerializer.SerializeToElement(thing.Values)) { IsExisting = true }).ToList();
        return new TerraformState([.. known, .. resources.Where(resource => !known.Exists(thing => thing.Type == resource.Type && Same(thing.Id, resource.Text("id"))))]);
    }

    public IEnumerable<StateResource> OfType(string type) => resources.Where(resource => resource.Type == type);

    /// <summary>The one of a type with that id: as a resource, or as the data of an existing one.</summary>
    public StateResource? Find(string type, string? id) => id is null ? null : OfType(type).FirstOrDefault(resource => Same(resource.Text("id"), id));

    // Azure gives the same id in different cases.
    public static bool Same(string? left, string? right) => left is not null && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<StateResource> Resources(string text)
    {
        JsonElement root;
        try
        {
            root = JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException exception)
        {
            throw new LabException($"This is not a Terraform state: {exception.Message} Give a state file, or what 'terraform show -json' prints.");
        }

        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("values", out var shown))
        {
            return OfModule(shown.GetProperty("root_module"));
        }

        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("resources", out var written) && written.ValueKind == JsonValueKind.Array
            ? written.EnumerateArray().SelectMany(OfFile)
            : throw new LabException("This is not a Terraform state: it has neither 'values' nor 'resources'. Give a state file, or what 'terraform show -json' prints.");
    }

    private static IEnumerable<StateResource> OfModule(JsonElement module)
    {
        var own = module.TryGetProperty("resources", out var resources)
            ? resources.EnumerateArray().Select(resource => new StateResource(
                resource.GetProperty("type").GetString()!, resource.GetProperty("address").GetString()!, resource.GetProperty("values")))
            : [];
        return module.TryGetProperty("child_modules", out var children) ? own.Concat(children.EnumerateArray().SelectMany(OfModule)) : own;
    }

    private static IEnumerable<StateResource> OfFile(JsonElement resource)
    {
        var type = resource.GetProperty("type").GetString()!;
        var data = resource.TryGetProperty("mode", out var mode) && mode.GetString() == "data" ? "data." : "";
        var module = resource.TryGetProperty("module", out var path) ? $"{path.GetString()}." : "";
        var address = $"{module}{data}{type}.{resource.GetProperty("name").GetString()}";
        return resource.GetProperty("instances").EnumerateArray().Select(instance => new StateResource(
            type,
            instance.TryGetProperty("index_key", out var key) ? $"{address}[{key.GetRawText()}]" : address,
            instance.GetProperty("attributes")));
    }
}
