using System.Text;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class StateNameLength : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X215",
        Level = FindingLevel.Error,
        Title = "A state's name is not too long, with its stack's name",
        Why = "With several stacks, their names are appended. HCP Terraform and Azure reject a name that is too long, and PostgreSQL cuts it: two "
            + "of them can end up in one schema and overwrite each other's state.",
        Sources =
        [
            new("www.postgresql.org/docs/current/sql-syntax-lexical.html", "PostgreSQL: identifiers"),
            new("developer.hashicorp.com/terraform/language/backend/pg", "Terraform: pg backend"),
            new("developer.hashicorp.com/terraform/cloud-docs/workspaces/create", "HCP Terraform: workspaces"),
            new("learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata", "Microsoft: names of blobs"),
        ],
        Fix = "Write a shorter name.",
    };

    private static readonly Store[] Stores =
    [
        new("pg.schema", backend => backend.Pg?.Schema, 63, "bytes", "PostgreSQL keeps"),
        new("cloud.workspace", backend => backend.Cloud?.Workspace, 90, "characters", "HCP Terraform takes"),
        new("azurerm.key", backend => backend.Azurerm?.Key, 1024, "characters", "Azure takes"),
    ];

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from store in Stores
        let length = context.Plan.Terraform.Stacks.Select(stack => store.Name(stack.Backend)).OfType<string>().Select(name => store.Unit == "bytes" ? Encoding.UTF8.GetByteCount(name) : name.Length).DefaultIfEmpty().Max()
        where length > store.Most
        let path = RequestPath.Root.At($"terraform.backend.{store.Path}")
        select new Violation($"{context.FormatPath(path)} makes a name of {length} {store.Unit}, and {store.Takes} {store.Most}", path);

    private sealed record Store(string Path, Func<Backend, string?> Name, int Most, string Unit, string Takes);
}
