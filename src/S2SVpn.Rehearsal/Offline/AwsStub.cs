using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>
/// What the real AWS provider talks to instead of AWS: it is told whose its credentials are, and that nothing else is there
/// (docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html).
/// </summary>
internal sealed class AwsStub : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private const string Identity = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::000000000000:user/offline</Arn><UserId>OFFLINE</UserId><Account>000000000000</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """;

    private const string Refused = """
        <Response><Errors><Error><Code>UnsupportedOperation</Code><Message>This is a run against simulated clouds: the real AWS provider has no AWS here.</Message></Error></Errors></Response>
        """;

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
        var asksWho = (await reader.ReadToEndAsync()).Contains("Action=GetCallerIdentity", StringComparison.Ordinal);
        context.Response.StatusCode = asksWho ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(asksWho ? Identity : Refused);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }
}
