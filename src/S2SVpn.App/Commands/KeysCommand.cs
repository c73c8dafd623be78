using System.CommandLine;
using System.Security.Cryptography;
using S2SVpn.App.Keys;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Commands;

/// <summary>Writes the keys that no Terraform provider makes: those of WireGuard.</summary>
internal static class KeysCommand
{
    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var rotate = new Option<string[]>("--rotate")
        {
            Description = "Give this tunnel new keys, such as 1.1, or with several links 'LINK 1.1'.",
            HelpName = "TUNNEL",
            AllowMultipleArgumentsPerToken = false,
        };
        var folder = new Option<string>("--folder") { Description = "Where the stacks are written.", DefaultValueFactory = _ => SynthCommand.Folder };
        var command = new Command(
            "keys",
            "Write the keys of WireGuard's tunnels to a file of Terraform variables that git ignores and only you can read. What has keys keeps them; what is gone from the request loses them.")
        {
            request, rotate, folder,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(request), parsed.GetValue(rotate) ?? [], parsed.GetValue(folder)!, terminal));
        return command;
    }

    private static int Run(string request, string[] rotate, string folder, Terminal terminal)
    {
        if (RequestLoader.Load(request, terminal) is not { } loaded)
        {
            return 1;
        }

        var tunnels = Tunnels(loaded.Plan);
        if (tunnels.Count == 0)
        {
            throw new UserException("No link of this request uses WireGuard. The keys of IPsec tunnels come from where 'keys' of the link says.");
        }

        foreach (var unknown in rotate.Where(name => !tunnels.ContainsKey(name)))
        {
            throw new UserException($"There is no tunnel '{unknown}' with WireGuard. There {(tunnels.Count == 1 ? "is" : "are")}: {string.Join(", ", tunnels.Keys)}.");
        }

        try
        {
            Write(KeyFile.Open(Path.Combine(folder, "stacks", loaded.Plan.Terraform.Stacks[0].Name)), tunnels, rotate, terminal);
            return 0;
        }
        catch (CryptographicException exception)
        {
            throw new UserException(exception.Message);
        }
    }

    private static void Write(KeyFile file, Dictionary<string, KeySlotPlan> tunnels, string[] rotate, Terminal terminal)
    {
        var gone = file.Variables.Except(tunnels.Values.Select(slot => slot.Variable!)).ToList();
        foreach (var variable in gone)
        {
            file.Remove(variable);
        }

        var made = tunnels.Where(tunnel => !file.Has(tunnel.Value) || rotate.Contains(tunnel.Key)).ToList();
        foreach (var (_, slot) in made)
        {
            file.Renew(slot);
        }

        if (made.Count == 0 && gone.Count == 0)
        {
            terminal.Out.WriteLine($"Every tunnel has its keys in {file.Path}: nothing was written.");
            return;
        }

        file.Save();
        terminal.Out.WriteLine($"Wrote {file.Path}: {(made.Count == 0 ? "no new keys" : $"new keys of {string.Join(", ", made.Select(tunnel => tunnel.Key))}")}{(gone.Count == 0 ? "" : $"; {gone.Count} taken out")}.");
        terminal.Out.WriteLine("It holds private keys: only you can read it, and git ignores it. Keep a copy where your secrets are.");
        if (rotate.Length > 0)
        {
            terminal.Out.WriteLine("The next apply puts them into the secret stores, and each machine takes them within five minutes. A tunnel is down while one end has them and the other has not.");
        }
    }

    private static Dictionary<string, KeySlotPlan> Tunnels(ConnectivityPlan plan) => (
        from link in plan.Links
        from tunnel in link.Tunnels
        let slot = link.Key(tunnel.Key)
        where slot.IsWireguard
        select (Name: plan.Links.Count == 1 ? tunnel.Id : $"{link.Name} {tunnel.Id}", Slot: slot)).ToDictionary(tunnel => tunnel.Name, tunnel => tunnel.Slot);
}
