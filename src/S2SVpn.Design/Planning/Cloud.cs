namespace S2SVpn.Design.Planning;

public enum Cloud
{
    Aws,
    Azure,
}
