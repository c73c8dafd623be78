using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class StateAddress : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X216",
        Level = FindingLevel.Error,
        Title = "The address of a state ends in a path where a stack's name is appended, and has no fragment",
        Why = "No client sends a fragment (#…) to the server, and what follows a ? is no part of the path: all stacks could share one state "
            + "and overwrite it.",
        Sources =
        [
            new("developer.hashicorp.com/terraform/language/backend/http", "Terraform: http backend"),
            new("www.rfc-editor.org/rfc/rfc3986#section-3.5", "RFC 3986: fragments"),
        ],
        Fix = "Write an address without # and, with several stacks, without ?; its user and password belong in TF_HTTP_USERNAME and TF_HTTP_PASSWORD.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var http = context.Request.Terraform.Backend.Http;
        var isSpread = context.Request.Terraform.Stacks != StackLayout.Together;
        var at = RequestPath.Root.At("terraform.backend.http");
        return from address in new (string? Value, RequestPath Path)[]
               {
                   (http?.Address, at["address"]), (http?.LockAddress, at["lockAddress"]), (http?.UnlockAddress, at["unlockAddress"]),
               }
               where address.Value is not null
               let what = address.Value.Contains('#', StringComparison.Ordinal) ? "has a fragment (#…), which is never sent"
                   : isSpread && address.Value.Contains('?', StringComparison.Ordinal) ? "ends in a query (?…), to which each stack's name would be appended"
                   : null
               where what is not null
               select new Violation($"{context.FormatPath(address.Path)} {what}", address.Path);
    }
}
