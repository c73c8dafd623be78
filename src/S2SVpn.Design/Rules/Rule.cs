namespace S2SVpn.Design.Rules;

/// <summary>Something that has to hold for a request to become a VPN that works. One class each.</summary>
public abstract class Rule
{
    /// <summary>What the rule says, why, and where that can be read.</summary>
    public abstract RuleFacts Facts { get; }

    /// <summary>Whether it looks at what is made, and so has to wait until no error is left.</summary>
    internal virtual bool NeedsPlan => false;

    /// <summary>Whether it judges what the other rules found, and so has to wait for them.</summary>
    internal virtual bool ComesLast => false;

    /// <summary>Every place where the rule does not hold.</summary>
    internal abstract IEnumerable<Violation> Check(RuleContext context);
}
