using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>Images of machines. Nothing keeps them, so that their ids tell for which processors they are.</summary>
internal static class SimulatedImages
{
    public const string Arm = "arm64";
    public const string Intel = "x86_64";

    private static readonly (string Architecture, string Start)[] Starts = [(Arm, "ami-0a"), (Intel, "ami-08"), ("", "ami-00")];

    /// <summary>The id of an image.</summary>
    /// <param name="context">What is asked for it.</param>
    /// <param name="architecture">For which processors it is; empty where that is not known.</param>
    public static string Id(CreateContext context, string architecture) => $"{Starts.First(each => each.Architecture == architecture).Start}{context.Hash(15, "ami")}";

    /// <summary>For which processors an image is; null where its id is not one of these, or does not tell.</summary>
    public static string? ArchitectureOf(string image) => Starts.FirstOrDefault(each => each.Architecture.Length > 0 && image.StartsWith(each.Start, StringComparison.Ordinal) && image.Length == "ami-".Length + 17).Architecture;

    /// <summary>What names of images say: those of parameters, or the filters by which one is looked for.</summary>
    public static string Named(Attributes asked)
    {
        var said = string.Join(' ', asked.AllTexts());
        var (arm, intel) = (said.Contains(Arm, StringComparison.OrdinalIgnoreCase), said.Contains(Intel, StringComparison.OrdinalIgnoreCase) || said.Contains("amd64", StringComparison.OrdinalIgnoreCase));
        return arm == intel ? "" : arm ? Arm : Intel;
    }
}
