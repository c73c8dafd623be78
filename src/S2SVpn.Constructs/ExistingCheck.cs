using S2SVpn.Design.Network;

namespace S2SVpn.Constructs;

/// <summary>
/// What has to hold of something that exists already, before anything is made on its account: Terraform looks while it
/// plans, and stops with the message. What a cloud doesn't tell is not held against it.
/// </summary>
internal static class ExistingCheck
{
    public static TerraformResourceLifecycle? Of(params (string Condition, string Message)[] checks) => checks.Length == 0 ? null : new TerraformResourceLifecycle
    {
        Postcondition = checks.Select(check => new Postcondition { Condition = $"${{{check.Condition}}}", ErrorMessage = check.Message }).ToArray(),
    };

    /// <summary>That a list of networks has those of the request.</summary>
    /// <param name="attribute">Where the list is, such as <c>self.address_space</c>.</param>
    /// <param name="networks">The request's networks.</param>
    /// <param name="what">What has them, such as <c>VPC vpc-0abc</c>.</param>
    public static TerraformResourceLifecycle? OfNetworks(string attribute, IEnumerable<Cidr> networks, string what)
    {
        var wanted = string.Join(", ", networks);
        return Of((
            $"length({attribute}) == 0 || alltrue([for network in split(\", \", \"{wanted}\") : contains({attribute}, network)])",
            $"The request says that the {what} has {wanted}, and it has other networks. Correct the network's cidrs in the request."));
    }
}
