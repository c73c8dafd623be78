using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>One Terraform configuration: all of a plan, or one of the parts that are applied after each other.</summary>
public sealed class S2SVpnStack : TerraformStack
{
    internal S2SVpnStack(Construct scope, ConnectivityPlan plan, StackPlan stack) : base(scope, stack.Name)
    {
        Plan = stack;
        StackSettings.Apply(this, plan.Terraform, stack);
        Providers = new StackProviders(this, plan);
    }

    internal StackPlan Plan { get; }

    internal StackProviders Providers { get; }

    /// <summary>Makes the stacks of a plan, in the order in which they are applied.</summary>
    /// <example><code>
    /// var app = new App();
    /// S2SVpnStack.Add(app, ConnectivityPlan.CreateUnchecked(request));
    /// app.Synth();
    /// </code></example>
    public static IReadOnlyList<S2SVpnStack> Add(Construct scope, ConnectivityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var stacks = plan.Terraform.Stacks.Select(stack => new S2SVpnStack(scope, plan, stack)).ToArray();
        new Handshake(plan, stacks).Join();
        RemoteStates.Settle(stacks);
        return stacks;
    }
}
