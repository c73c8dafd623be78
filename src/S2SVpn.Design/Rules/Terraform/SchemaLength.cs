using System.Text;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class SchemaLength : Rule
{
    private const int Most = 63;

    public override RuleFacts Facts { get; } = new()
    {
        Code = "X215",
        Level = FindingLevel.Error,
        Title = "A schema of PostgreSQL has a name of at most 63 bytes",
        Why = "PostgreSQL cuts longer names. With several stacks, whose names are appended, two of them can end up in one schema and overwrite "
            + "each other's state.",
        Sources =
        [
            new("www.postgresql.org/docs/current/sql-syntax-lexical.html", "PostgreSQL: identifiers"),
            new("developer.hashicorp.com/terraform/language/backend/pg", "Terraform: pg backend"),
        ],
        Fix = "Write a shorter schema.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from longest in context.Plan.Terraform.Stacks.Select(stack => stack.Backend.Pg?.Schema).OfType<string>().OrderByDescending(Encoding.UTF8.GetByteCount).Take(1)
        let length = Encoding.UTF8.GetByteCount(longest)
        where length > Most
        let path = RequestPath.Root.At("terraform.backend.pg.schema")
        select new Violation($"{context.FormatPath(path)} makes a name of {length} bytes, and PostgreSQL keeps {Most}", path);
}
