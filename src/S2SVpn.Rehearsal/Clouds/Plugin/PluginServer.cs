using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Files;

namespace S2SVpn.Rehearsal.Clouds.Plugin;

/// <summary>
/// Listens for Terraform, one endpoint a provider, for the calls don't say which they are for. A socket file on Linux and
/// macOS; on Windows, which Terraform reaches over TCP only, a port of this machine.
/// </summary>
internal sealed class PluginServer : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly ScratchFolder? _folder;
    private readonly Dictionary<string, ListenOptions> _endpoints = new(StringComparer.Ordinal);

    public PluginServer(IEnumerable<SimulatedCloud> clouds)
    {
        _folder = OperatingSystem.IsWindows() ? null : Scratch.Create();
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        foreach (var cloud in clouds)
        {
            void Configure(ListenOptions listen)
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.Use(next => connection => ServeAsync(cloud, next, connection));
                _endpoints[cloud.Name] = listen;
            }

            if (_folder is null)
            {
                options.Listen(IPAddress.Loopback, 0, Configure);
            }
            else
            {
                options.ListenUnixSocket(Path.Combine(_folder.Path, cloud.Name), Configure);
            }
        }

        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
    }

    public Task StartAsync(ProviderCalls calls) => _server.StartAsync(new GrpcApplication(calls), CancellationToken.None);

    /// <summary>Where a provider listens, in the words of TF_REATTACH_PROVIDERS.</summary>
    public (string Network, string Address) AddressOf(SimulatedCloud cloud) => _endpoints[cloud.Name].EndPoint switch
    {
        UnixDomainSocketEndPoint socket => ("unix", socket.ToString()),
        var port => ("tcp", port.ToString()!),
    };

    public async ValueTask DisposeAsync()
    {
        // What still waits for an answer is a Terraform that is gone.
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
        _folder?.Dispose();
    }

    // Each connection is one configured provider: Terraform opens one for every alias.
    private static async Task ServeAsync(SimulatedCloud cloud, ConnectionDelegate next, ConnectionContext connection)
    {
        using var session = new ProviderSession(cloud);
        connection.Features.Set(session);
        await next(connection);
    }
}
