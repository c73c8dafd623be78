using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>Serves HTTP at port 80 of an address in a namespace: one request a connection, which is all that the machines' scripts need.</summary>
internal sealed class HttpDouble : IDisposable
{
    private readonly TcpListener _listener;
    private readonly Reply _answer;

    public HttpDouble(string space, string address, Reply answer)
    {
        _answer = answer;
        _listener = new NetworkNamespace(space).Run(() =>
        {
            var listener = new TcpListener(IPAddress.Parse(address), 80);
            listener.Start();
            return listener;
        });
        new Thread(Serve) { IsBackground = true }.Start();
    }

    /// <summary>The text of an answer; null for 404.</summary>
    internal delegate string? Reply(string method, string target, string body, string caller);

    public void Dispose() => _listener.Dispose();

    private void Serve()
    {
        while (true)
        {
            try
            {
                var client = _listener.AcceptTcpClient();
                ThreadPool.QueueUserWorkItem(_ => Serve(client));
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private void Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII);
                var asked = (reader.ReadLine() ?? "").Split(' ');
                var length = 0;
                while (reader.ReadLine() is { Length: > 0 } header)
                {
                    length = header.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase) ? int.Parse(header[15..], CultureInfo.InvariantCulture) : length;
                }

                var body = new char[length];
                for (var read = 0; read < length;)
                {
                    var more = reader.Read(body, read, length - read);
                    read += more > 0 ? more : length;
                }

                var text = asked.Length < 2 ? null : _answer(asked[0], asked[1], new string(body), $"{((IPEndPoint)client.Client.RemoteEndPoint!).Address}");
                stream.Write(Encoding.ASCII.GetBytes(text is null ? "HTTP/1.0 404 Not Found\r\n\r\n" : $"HTTP/1.0 200 OK\r\nContent-Length: {text.Length}\r\n\r\n{text}"));
            }
            catch (Exception exception) when (exception is IOException or SocketException or FormatException or ObjectDisposedException)
            {
                // Whoever asked is gone.
            }
        }
    }
}
