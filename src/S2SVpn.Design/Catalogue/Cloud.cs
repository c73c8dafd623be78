namespace S2SVpn.Design.Catalogue;

public enum Cloud
{
    Aws,
    Azure,
}
