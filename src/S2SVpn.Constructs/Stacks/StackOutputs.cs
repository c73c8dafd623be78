namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// What 'terraform output' shows. An output stands in the stack that has the thing, and one without anything in it is left
/// out, as is an entry without a value: Terraform would show neither as what it is.
/// </summary>
internal static class StackOutputs
{
    /// <param name="stack">The stack that has the things.</param>
    /// <param name="name">The output's name, which people's scripts know it by.</param>
    /// <param name="value">By site or link, then by what is in it.</param>
    /// <param name="description">As in the README, which a test compares.</param>
    /// <param name="sensitive">Whether Terraform has to hide it.</param>
    public static void Write(TerraformStack stack, string name, Dictionary<string, object> value, string description, bool sensitive = false)
    {
        if (value.Count > 0)
        {
            _ = new TerraformOutput(stack, name, new TerraformOutputConfig { Value = value, Description = description, Sensitive = sensitive ? true : null });
        }
    }

    /// <summary>What each item has, without those that have nothing.</summary>
    public static Dictionary<string, object> Map<T>(IEnumerable<T> items, Func<T, string> key, Func<T, object?> value) => items
        .Select(item => (Key: key(item), Value: value(item)))
        .Where(item => item.Value is not (null or Dictionary<string, object> { Count: 0 } or string[] { Length: 0 }))
        .ToDictionary(item => item.Key, item => item.Value!);
}
