namespace S2SVpn.Design.Request.Rendering;

/// <summary>Hides what looks like a secret in the text of a request, for whoever shows lines of it.</summary>
internal static class RequestMask
{
    /// <summary>Hides the items of lists that are meant for names of secrets; some write the keys themselves.</summary>
    public static string HideLists(string text) => KeyLists.Hide(text);

    /// <summary>Hides the values of secrets in one line.</summary>
    public static string HideLine(string line) => SecretMask.Hide(line);
}
