using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;

namespace S2SVpn.Rehearsal.Clouds.Types.Random;

/// <summary>The random provider: no cloud, its things exist in Terraform's state only.</summary>
public sealed class RandomCloud(ProviderSchema schema) : SimulatedCloud(schema, [RandomPassword.Type], [])
{
    public override string Name => "random";

    public override bool IsRemote => false;

    internal override string IdOf(CreateContext context) => context.Type == RandomPassword.Type.Name ? "none" : context.Hash(16);

    internal override string FormatError(Operation operation, string type, string name, CloudRefusedException refused) => $"{type}: {refused.Message}";
}
