using System.Text.Json;
using S2SVpn.Design.Estimates;

namespace S2SVpn.App.Estimating;

/// <summary>Reads prices of one's own.</summary>
internal static class PriceFile
{
    /// <exception cref="UserException">The file is not there, or not as it has to be.</exception>
    public static PriceTable Read(string? file)
    {
        if (file is null)
        {
            return PriceTable.Known;
        }

        try
        {
            var own = JsonSerializer.Deserialize<Dictionary<string, decimal>>(File.ReadAllText(file)) ?? [];
            return PriceTable.Known.With(own, Path.GetFileName(file), DateOnly.FromDateTime(File.GetLastWriteTimeUtc(file)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The prices in {file} can't be read: {exception.Message}");
        }
        catch (JsonException exception)
        {
            throw new UserException($"{file}:{exception.LineNumber + 1} is no JSON object of prices, such as {{ \"aws.vpn-connection\": 0.05 }}.");
        }
        catch (ArgumentException exception)
        {
            throw new UserException($"{file}: {exception.Message.Split(" (Parameter", 2)[0]}");
        }
    }
}
