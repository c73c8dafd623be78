namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>What there is to say of a refusal.</summary>
public sealed record RefusalFacts
{
    /// <summary>The cloud's own code; null where it has none that is known, or where the provider itself checks.</summary>
    public string? Code { get; init; }

    public required RefusalTime When { get; init; }

    /// <summary>
    /// Whether the provider tries again for minutes, so that it gets through if something else clears the way meanwhile
    /// (github.com/hashicorp/terraform-provider-aws, the calls of RetryWhenAWSErrCodeEquals).
    /// </summary>
    public bool IsRetried { get; init; }

    /// <summary>The resource types it is about; <c>azurerm_*</c> means all of that cloud.</summary>
    public required ValueList<string> Types { get; init; }

    /// <summary>A public page or thread that shows it, without https://.</summary>
    public required string Source { get; init; }
}

/// <summary>When something is refused.</summary>
public enum RefusalTime
{
    /// <summary>Already in <c>terraform validate</c>, for what is known then.</summary>
    Validate,

    Create,

    /// <summary>When it is created and when it is changed.</summary>
    Write,

    Delete,

    /// <summary>When it is created, changed or deleted.</summary>
    Always,
}
