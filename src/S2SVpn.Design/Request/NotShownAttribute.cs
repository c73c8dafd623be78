namespace S2SVpn.Design.Request;

/// <summary>What stands here is never repeated in a message: somebody may put a secret where only its source belongs.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotShownAttribute : Attribute;
