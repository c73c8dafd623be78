namespace S2SVpn.Rehearsal.Clouds.Engine;

/// <summary>What Terraform asks a cloud to do.</summary>
public enum Operation
{
    Create,
    Read,
    Update,
    Delete,
}
