using System.Buffers.Binary;
using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Wire;

namespace S2SVpn.Rehearsal.Clouds.Plugin;

/// <summary>
/// Unary gRPC: one message in, one out, each after a byte and its length; the status comes as a trailer
/// (github.com/grpc/grpc, doc/PROTOCOL-HTTP2.md).
/// </summary>
internal sealed class GrpcApplication(ProviderCalls calls) : IHttpApplication<HttpContext>
{
    private const string Service = "/tfplugin6.Provider/";
    private const int Unimplemented = 12;
    private const int Internal = 13;

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        var path = context.Request.Path.Value ?? "";
        if (!path.StartsWith(Service, StringComparison.Ordinal))
        {
            Finish(context, Unimplemented, $"{path} is not answered here.");
            return;
        }

        ProtoWriter? answer;
        try
        {
            var request = await ReadAsync(context.Request);
            answer = await calls.AnswerAsync(path[Service.Length..], request, context.Features.GetRequiredFeature<ProviderSession>());
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException or IOException)
        {
            Finish(context, Internal, exception.Message);
            return;
        }

        if (answer is null)
        {
            Finish(context, Unimplemented, $"{path} is not answered here.");
            return;
        }

        await WriteAsync(context.Response, answer.ToArray());
        Finish(context, 0, "");
    }

    private static async Task<ProtoMessage> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (body.Length < 5 || body.GetBuffer()[0] != 0)
        {
            throw new FormatException("A request has no uncompressed message in it.");
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(body.GetBuffer().AsSpan(1, 4));
        return length == body.Length - 5
            ? new ProtoMessage(body.ToArray().AsMemory(5))
            : throw new FormatException($"A request announces {length} bytes but has {body.Length - 5}.");
    }

    private static async Task WriteAsync(HttpResponse response, byte[] message)
    {
        var head = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), message.Length);
        await response.Body.WriteAsync(head);
        await response.Body.WriteAsync(message);
    }

    private static void Finish(HttpContext context, int status, string message)
    {
        context.Response.AppendTrailer("grpc-status", status.ToString(CultureInfo.InvariantCulture));
        if (message.Length > 0)
        {
            context.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
        }
    }
}
