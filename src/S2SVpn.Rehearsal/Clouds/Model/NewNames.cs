using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Model;

/// <summary>
/// Attributes with two names, of which the provider's schema may know one only: a state that an older version wrote lacks the other, and is the
/// same all the same.
/// </summary>
internal static class NewNames
{
    /// <summary>An object of any version in the form of this schema.</summary>
    public static Attributes Complete(this SimulatedCloud cloud, string type, Attributes values)
    {
        var schema = cloud.SchemaOf(type);
        var complete = SchemaNormalizer.Normalize(schema, values);
        foreach (var (name, old) in cloud.TypeOf(type).NewNames)
        {
            complete = schema.Attributes.ContainsKey(name) && complete[name].IsNull ? complete.With(name, complete[old]) : complete;
        }

        return complete;
    }

    /// <summary>What a configuration gives to one of the names is planned for the other.</summary>
    public static Attributes Plan(CloudType type, BlockSchema schema, Attributes planned, Attributes config)
    {
        foreach (var (name, old) in type.NewNames.Where(pair => schema.Attributes.ContainsKey(pair.Key)))
        {
            planned = config[name].IsNull ? planned.With(name, planned[old]) : planned.With(old, planned[name]);
        }

        return planned;
    }
}
