using Constructs;
using S2SVpn.Design.Catalogue;

namespace S2SVpn.Constructs.Aws;

/// <summary>The newest image of Ubuntu's long-term release, one for each kind of processor.</summary>
internal sealed class AwsUbuntuImage(Construct scope, AwsResourceScope place)
{
    // Canonical keeps the newest image of each release there
    // (documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images).
    private const string Image = "/aws/service/canonical/ubuntu/server/24.04/stable/current/{0}/hvm/ebs-gp3/ami-id";

    private readonly Dictionary<string, string> _images = [];

    /// <summary>The image for machines of that size, as a reference.</summary>
    public string Of(string size)
    {
        var architecture = MachineSizes.IsArm(Cloud.Aws, size) ? "arm64" : "amd64";
        if (!_images.TryGetValue(architecture, out var image))
        {
            // The provider takes the other value for a secret, and hides it.
            image = new DataAwsSsmParameter(scope, $"image-{architecture}", new DataAwsSsmParameterConfig
            {
                Provider = place.Provider,
                Region = place.Region,
                Name = Image.Replace("{0}", architecture, StringComparison.Ordinal),
            }).InsecureValue;
            _images.Add(architecture, image);
        }

        return image;
    }
}
