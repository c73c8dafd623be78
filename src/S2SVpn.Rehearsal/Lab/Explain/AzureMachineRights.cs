using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What is wrong with the rights of a machine in Azure: what it may read and change is what it needs, and no more.</summary>
internal sealed class AzureMachineRights
{
    private const string Assignment = "azurerm_role_assignment";

    // learn.microsoft.com/azure/key-vault/general/rbac-guide
    private static readonly string[] Readers = ["Key Vault Secrets User"];
    private static readonly string[] Officers = ["Key Vault Secrets Officer", "Key Vault Administrator"];

    // Of a vault's access policies: names may be listed, and nothing changed.
    private static readonly string[] Reading = ["Get", "List"];

    // learn.microsoft.com/azure/role-based-access-control/built-in-roles
    private static readonly string[] Writers = ["Network Contributor", "Contributor"];
    private const string Owner = "Owner";

    private readonly ApplianceMachineNode _machine;
    private readonly List<string> _principals;

    private AzureMachineRights(ApplianceMachineNode machine, List<string> principals) => (_machine, _principals) = (machine, principals);

    /// <summary>What is wrong with its keys and with its routes.</summary>
    public static (LabExplanation? Keys, LabExplanation? Routes) Of(ApplianceMachineNode machine)
    {
        // Its program names the identity that it asks a token for: learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token.
        var asked = (string?)machine.Known["reader"];
        var attached = machine.Instance.Blocks("identity").SelectMany(identity => identity.Texts("identity_ids")).Select(id => machine.State.Find("azurerm_user_assigned_identity", id)).OfType<StateResource>();
        var principals = attached.Where(identity => identity.Text("client_id") == asked).Select(identity => identity.Text("principal_id")).OfType<string>().ToList();
        if (principals.Count == 0)
        {
            return MachineNeed.WithoutRole(machine, machine.Instance.Block("identity") is null ? "identity" : "identity (azurerm_user_assigned_identity) with the client_id that its program asks for");
        }

        var rights = new AzureMachineRights(machine, principals);
        return (rights.Keys(), rights.Routes());
    }

    private LabExplanation? Keys()
    {
        var secrets = _machine.State.OfType("azurerm_key_vault_secret").Select(secret => (Secret: secret, Vault: _machine.State.Find("azurerm_key_vault", secret.Text("key_vault_id"))!)).Where(each => each.Vault is not null).ToList();
        var own = secrets.Where(each => _machine.Secrets.Contains(each.Secret.Text("versionless_id")) || _machine.Secrets.Contains(each.Secret.Text("id"))).ToList();
        return own.Select(each => Closed(each.Vault) ?? Refused(each.Vault, each.Secret) ?? Changed(each.Vault, each.Secret)).FirstOrDefault(fault => fault is not null)
            ?? secrets.Except(own).Where(each => each.Vault.IsManaged && Refused(each.Vault, each.Secret) is null).Select(each => Fault(
                $"{each.Vault} lets {_machine.Name} read other secrets too: its rights there include {each.Secret.Text("name")}.", each.Vault, each.Secret)).FirstOrDefault();
    }

    // A machine is none of the trusted services: learn.microsoft.com/azure/key-vault/general/network-security.
    private LabExplanation? Closed(StateResource vault)
    {
        if (vault.IsManaged && !vault.Flag("public_network_access_enabled", otherwise: true))
        {
            return Fault($"{vault} has no public network access (public_network_access_enabled), and {_machine.Name} has no other way to it.", vault);
        }

        var subnet = _machine.State.Find("azurerm_subnet", _machine.Interface.Block("ip_configuration")?.Text("subnet_id"));
        return vault.Block("network_acls") is not { } rules || rules.Text("default_action") != "Deny"
            || (rules.Texts("virtual_network_subnet_ids").Any(id => TerraformState.Same(id, subnet?.Id)) && subnet!.Texts("service_endpoints").Any(name => name.StartsWith("Microsoft.KeyVault", StringComparison.Ordinal)))
            || rules.Texts("ip_rules").Any(rule => Holds(rule, _machine.PublicAddress?.Text("ip_address")))
            ? null
            : Fault($"The firewall of {vault} (network_acls) lets in neither the public address of {_machine.Name} nor its subnet with a service endpoint.", vault);
    }

    private static bool Holds(string rule, string? address) =>
        Cidr.TryParse(rule.Contains('/', StringComparison.Ordinal) ? rule : $"{rule}/32", out var network, out _) && Ipv4.TryParse(address ?? "", out var own, out _) && network.Contains(own);

    // A vault asks roles or access policies, never both: learn.microsoft.com/azure/key-vault/general/rbac-access-policy.
    private LabExplanation? Refused(StateResource vault, StateResource secret)
    {
        var refusal = $"{_machine.Name} may not fetch a key from {secret.Text("versionless_id") ?? secret.Id}";
        if (!vault.Flag("rbac_authorization_enabled") && !vault.Flag("enable_rbac_authorization"))
        {
            return Policies(vault).Any(policy => policy.Texts("secret_permissions").Contains("Get", StringComparer.OrdinalIgnoreCase))
                ? null
                : Fault($"{refusal}: no access policy of {vault} gives its identity Get, and roles don't count there.", vault);
        }

        return !vault.IsManaged || Assigned([vault.Id, $"{vault.Id}/secrets/{secret.Text("name")}"]).Any(role => Is(role, [.. Readers, .. Officers]))
            ? null
            : Fault($"{refusal}: {vault} counts roles and not its access policies (rbac_authorization_enabled), and no {Assignment} lets its identity read secrets.", vault);
    }

    // What only reads a key can't take it from the peer, or put another in its place.
    private LabExplanation? Changed(StateResource vault, StateResource secret)
    {
        if (!vault.Flag("rbac_authorization_enabled") && !vault.Flag("enable_rbac_authorization"))
        {
            return Policies(vault).SelectMany(policy => policy.Texts("secret_permissions")).Except(Reading, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } more
                ? Fault($"An access policy of {vault} lets {_machine.Name} do more than read its keys: {string.Join(", ", more)}.", vault)
                : null;
        }

        return Assigned([vault.Id, $"{vault.Id}/secrets/{secret.Text("name")}"]).FirstOrDefault(role => role.Text("role_definition_name") is not null && Is(role, Officers)) is { } officer
            ? Fault($"{officer} lets {_machine.Name} do more than read its keys: its role is {officer.Text("role_definition_name")}.", officer)
            : null;
    }

    private IEnumerable<StateValues> Policies(StateResource vault) => vault.Blocks("access_policy")
        .Concat(_machine.State.OfType("azurerm_key_vault_access_policy").Where(policy => TerraformState.Same(policy.Text("key_vault_id"), vault.Id)))
        // One with an application is for what that one does on somebody's behalf.
        .Where(policy => _principals.Contains(policy.Text("object_id")!) && policy.Text("application_id") is null or "");

    private LabExplanation? Routes() => _machine.Tables.Select(table =>
    {
        var roles = Assigned([table]).ToList();
        var refusal = $"{_machine.Name} may not replace the routes of {table}";
        return roles.Count == 0 ? Fault($"{refusal}: no {Assignment} gives its identity a role for this table.", [.. _machine.State.OfType(Assignment).Where(IsOwn)])
            : roles.FirstOrDefault(role => role.Text("role_definition_name") == Owner) is { } owner ? Fault($"{owner} gives {_machine.Name} the role Owner, by which it may give others rights too.", owner)
            : roles.FirstOrDefault(role => Is(role, Writers)) is not { } writer ? Fault($"{refusal}: its identity has the role {roles[0].Text("role_definition_name")} there, which can't write routes.", roles[0])
            : !TerraformState.Same(writer.Text("scope"), table) ? Fault($"{writer} gives {_machine.Name} a role for more than its route table: for {writer.Text("scope")}.", writer)
            : null;
    }).FirstOrDefault(fault => fault is not null);

    // A scope holds for all below it.
    private IEnumerable<StateResource> Assigned(IReadOnlyList<string> ids) => _machine.State.OfType(Assignment)
        .Where(role => IsOwn(role) && ids.Any(id => $"{id}/".StartsWith($"{role.Text("scope")?.TrimEnd('/')}/", StringComparison.OrdinalIgnoreCase)));

    private bool IsOwn(StateResource role) => _principals.Contains(role.Text("principal_id")!);

    // One that is given by its id only may be anything.
    private static bool Is(StateResource role, string[] names) => role.Text("role_definition_name") is not { } name || names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private LabExplanation Fault(string cause, params StateResource[] resources) => new() { Cause = cause, Resources = [.. resources.Select(each => each.Address), _machine.Instance.Address] };
}
