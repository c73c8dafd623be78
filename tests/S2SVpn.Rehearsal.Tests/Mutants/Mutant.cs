using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Tests.Mutants;

/// <summary>A configuration with one thing wrong.</summary>
/// <param name="Address">The resource that is another one.</param>
/// <param name="Argument">The argument that is changed, without indexes: <c>ipsec_policy.dh_group</c>; empty where the whole resource is taken out.</param>
/// <param name="What">What became of it.</param>
/// <param name="Configuration">The configuration; of a resource that is taken out, as it was.</param>
internal sealed record Mutant(string Address, string Argument, string What, JsonObject Configuration)
{
    public string Type => Address.Split('.')[0];

    public bool IsRemoval => Argument.Length == 0;

    /// <summary>What the list of harmless ones knows it by.</summary>
    public string Kind => IsRemoval ? Address : $"{Address}.{Argument}";

    /// <summary>The same, once by itself and once with what became of it, such as <c>widened</c>.</summary>
    public IReadOnlyList<string> Kinds => [Kind, $"{Kind} {What}"];

    public override string ToString() => IsRemoval ? $"{Address} taken out" : $"{Address}: {Argument} {What}";
}

/// <summary>What became of a mutant.</summary>
internal enum MutantFate
{
    /// <summary>A simulated cloud, or Terraform itself, refused it.</summary>
    Refused,

    /// <summary>Terraform records the same: it was the default.</summary>
    Same,

    /// <summary>The rehearsal failed, and the explanation names the resource.</summary>
    Explained,

    /// <summary>The rehearsal failed, and no explanation names the resource.</summary>
    Unexplained,

    /// <summary>The rehearsal passed with a lab that is another one.</summary>
    Missed,

    /// <summary>The lab is the same.</summary>
    Unseen,
}
