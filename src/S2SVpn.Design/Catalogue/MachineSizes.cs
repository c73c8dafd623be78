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

    /// <summary>Whether it is of a family of AWS from before 2017, which old zones have.</summary>
    public static bool IsOld(string size) => AwsOld().IsMatch(size);

    /// <summary>Whether there is such a family, in such a generation, as of November 2026.</summary>
    public static bool IsKnown(Cloud cloud, string size) => (cloud == Cloud.Aws ? AwsFamily() : AzureFamily()).IsMatch(size);

    [GeneratedRegex(@"^(t[12]|m[1-4]|c[134]|r[34]|i[23]|d2|g[23]|p2|x1e?|f1|h1)\.")]
    private static partial Regex AwsOld();

    // docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html; t sizes end at 2xlarge.
    [GeneratedRegex(
        @"^(t[1-4][a-z]*\.([a-z]+|2xlarge)"
        + @"|(a1|[mc][1-8]|r[3-8]|x[128]|z1|i[2-8]|im4|is4|d[23]|h1|hs1|g[2-7]|gr[67]|p[2-6]|inf[12]|trn[1-3]|dl[12]|f[12]|vt1|hpc[6-8]|cr1|cc2|u7|u|mac\d)"
        + @"[a-z]*(-[a-z0-9]+)*\.[a-z0-9-]+)$")]
    private static partial Regex AwsFamily();

    // learn.microsoft.com/azure/virtual-machines/sizes/overview
    [GeneratedRegex(@"^(Basic_A\d|Standard_(A|B|DS?|DC|E|EC|FX?|GS?|H[BCX]?|LS?|M|NCC?|ND[A-Z]*|NG|NM|NP|NV|PB)\d)(?!.*_v([089]|\d\d))")]
    private static partial Regex AzureFamily();

    // Paravirtual only (docs.aws.amazon.com/AWSEC2/latest/UserGuide/ComponentsAMIs.html), or for macOS on a dedicated host.
    [GeneratedRegex(@"^(t1|m1|m2|c1|mac\d[a-z0-9-]*)\.")]
    private static partial Regex AwsOtherImage();

    // Generation 1 only (learn.microsoft.com/azure/virtual-machines/generation-2), or confidential, which needs an image for that.
    [GeneratedRegex(@"^(Basic_.*|Standard_(A\d+m?(_v2)?|D\d+(_v2|_v3)?|E\d+i?_v3|F\d+|G\d+|H\d+m?r?|N[CV]\d+r?|[DE]C\d+[a-z]*_v[5-9]))$")]
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
