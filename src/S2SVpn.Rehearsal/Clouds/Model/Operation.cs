namespace S2SVpn.Rehearsal.Clouds.Model;

/// <summary>What Terraform asks a cloud to do.</summary>
public enum Operation
{
    Create,
    Read,
    Update,
    Delete,
}
