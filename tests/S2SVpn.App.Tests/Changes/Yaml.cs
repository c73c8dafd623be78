using YamlDotNet.RepresentationModel;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Requests made from others: maps are joined, everything else replaces what was there, and ~ takes it away.</summary>
internal static class Yaml
{
    public static string With(this string request, string change)
    {
        var root = Parse(request);
        Join(root, Parse(change));
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString();
    }

    private static YamlMappingNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static void Join(YamlMappingNode into, YamlMappingNode change)
    {
        foreach (var (key, value) in change.Children)
        {
            if (value is YamlScalarNode { Value: "~", Style: YamlDotNet.Core.ScalarStyle.Plain })
            {
                into.Children.Remove(key);
            }
            else if (value is YamlMappingNode inner && into.Children.TryGetValue(key, out var there) && there is YamlMappingNode map)
            {
                Join(map, inner);
            }
            else
            {
                into.Children[key] = value;
            }
        }
    }
}
