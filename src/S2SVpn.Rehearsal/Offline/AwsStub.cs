using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>What the real AWS provider talks to instead of AWS.</summary>
internal sealed class AwsStub : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly List<ListenOptions> _listen = [];

    private AwsStub()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0, _listen.Add);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
    }

    public string Address => $"http://{_listen[0].EndPoint}";

    /// <summary>The attachments of VPN connections to transit gateways that are there, by connection and gateway.</summary>
    public IReadOnlyDictionary<(string Connection, string Gateway), string> Attachments { get; set; } = new Dictionary<(string, string), string>();

    public static async Task<AwsStub> StartAsync()
    {
        var stub = new AwsStub();
        await stub._server.StartAsync(stub, CancellationToken.None);
        return stub;
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var answer = AwsAnswer.To((string?)context.Request.Headers["X-Amz-Target"], await reader.ReadToEndAsync(), Attachments);
        context.Response.StatusCode = answer.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        context.Response.ContentType = answer.ContentType;
        await context.Response.WriteAsync(answer.Body);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }
}
