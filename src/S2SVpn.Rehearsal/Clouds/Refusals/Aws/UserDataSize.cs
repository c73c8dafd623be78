using System.Text;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>User data has at most 16 KB before it is encoded.</summary>
public sealed class UserDataSize : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Create,
        Types = ["aws_instance"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
    };

    internal override string? Why(RefusalContext context)
    {
        var length = context.Values.Text("user_data_base64") is { } encoded
            ? encoded.TrimEnd('=').Length * 3 / 4
            : Encoding.UTF8.GetByteCount(context.Values.Text("user_data") ?? "");
        return length > 16384 ? $"User data is limited to 16384 bytes, and this has {length}." : null;
    }
}
