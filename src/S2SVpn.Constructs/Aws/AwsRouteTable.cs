namespace S2SVpn.Constructs.Aws;

/// <summary>A route table of a VPC.</summary>
/// <param name="Key">What tells it from others in construct ids: empty for the only one of a new VPC, else its id.</param>
/// <param name="Id">Its id, as a reference or as the request has it.</param>
public sealed record AwsRouteTable(string Key, string Id)
{
    /// <summary>A construct's id for something that each route table has.</summary>
    internal string Of(string id) => Key.Length == 0 ? id : $"{id}-{Key}";
}
