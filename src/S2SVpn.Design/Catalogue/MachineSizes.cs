using System.Text.RegularExpressions;

namespace S2SVpn.Design.Catalogue;

/// <summary>What the name of a machine's size tells.</summary>
internal static partial class MachineSizes
{
    /// <summary>Whether machines of that size have an ARM processor, and so need an image of their own.</summary>
    public static bool IsArm(Cloud cloud, string size) => cloud == Cloud.Aws ? AwsArm().IsMatch(size) : AzureArm().IsMatch(size);

    /// <summary>Whether a size of that cloud can be called so.</summary>
    public static bool IsName(Cloud cloud, string size) => cloud == Cloud.Aws ? AwsName().IsMatch(size) : AzureName().IsMatch(size);

    /// <summary>Whether machines of that size boot the Ubuntu images that are used here: HVM in AWS, Generation 2 in Azure.</summary>
    public static bool BootsImage(Cloud cloud, string size) => !(cloud == Cloud.Aws ? AwsOtherImage() : AzureOtherImage()).IsMatch(size);

    // Paravirtual only (docs.aws.amazon.com/AWSEC2/latest/UserGuide/ComponentsAMIs.html), or for macOS on a dedicated host.
    [GeneratedRegex(@"^(t1|m1|m2|c1|mac\d[a-z0-9-]*)\.")]
    private static partial Regex AwsOtherImage();

    // Generation 1 only (learn.microsoft.com/azure/virtual-machines/generation-2), or confidential, which needs an image for that.
    [GeneratedRegex(@"^(Basic_.*|Standard_(A\d+m?(_v2)?|D\d+(_v2|_v3)?|E\d+i?_v3|F\d+|G\d+|H\d+m?r?|[DE]C\d+[a-z]*_v[5-9]))$")]
    private static partial Regex AzureOtherImage();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$")]
    private static partial Regex AwsName();

    [GeneratedRegex("^(Standard|Basic)_[A-Z][A-Za-z0-9_-]*$")]
    private static partial Regex AzureName();

    // A g behind the generation is Graviton, as in t4g and c7gn; the g of g5 is a family
    // (docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html).
    [GeneratedRegex(@"^(a1|[a-z]+\d+[a-z]*g[a-z]*)\.")]
    private static partial Regex AwsArm();

    // A p behind the number of processors is an ARM one, as in Standard_B2pts_v2
    // (learn.microsoft.com/azure/virtual-machines/vm-naming-conventions).
    [GeneratedRegex(@"^[A-Za-z]+_[A-Z]+\d+(-\d+)?[a-z]*p[a-z]*(_|$)")]
    private static partial Regex AzureArm();
}
