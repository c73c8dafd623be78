using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;

namespace S2SVpn.Rehearsal.Clouds.Types.Tls;

/// <summary>The tls provider: no cloud, its things exist in Terraform's state only.</summary>
public sealed class TlsCloud(ProviderSchema schema) : SimulatedCloud(schema, [TlsPrivateKey.Type], [])
{
    public override string Name => "tls";

    public override bool IsRemote => false;

    internal override string IdOf(CreateContext context) => context.Hash(40);

    internal override string FormatError(Operation operation, string type, string name, CloudRefusedException refused) => $"{type}: {refused.Message}";
}
