namespace S2SVpn.Design.Catalogue;

/// <summary>One of the two clouds.</summary>
public enum Cloud
{
    /// <summary>Amazon Web Services.</summary>
    Aws,

    /// <summary>Microsoft Azure.</summary>
    Azure,
}
