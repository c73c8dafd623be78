using S2SVpn.Design.Catalogue;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A machine's type and its image are for the same processors.</summary>
public sealed class InstanceArchitecture : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Create,
        Types = ["aws_instance"],
        Source = "github.com/skypilot-org/skypilot/issues/6315",
    };

    internal override string? Why(RefusalContext context)
    {
        var image = SimulatedImages.ArchitectureOf(context.Values.Text("ami") ?? "");
        var type = context.Values.Text("instance_type") is not { } size ? null : MachineSizes.IsArm(Cloud.Aws, size) ? SimulatedImages.Arm : SimulatedImages.Intel;
        return image is null || type is null || image == type ? null
            : $"The architecture '{type}' of the specified instance type does not match the architecture '{image}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again.";
    }
}
