using System.Net.Sockets;
using System.Text;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>Talks to one bird over its control socket.</summary>
internal sealed class BirdClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly StreamReader _reader;
    private readonly Lock _one = new();

    /// <summary>Waits for the socket to be there, unless its bird has ended.</summary>
    /// <exception cref="LabException">It was not, in that time.</exception>
    public BirdClient(string path, TimeSpan patience, Func<string?> ended)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            try
            {
                _socket.Connect(new UnixDomainSocketEndPoint(path));
                break;
            }
            catch (SocketException exception)
            {
                if (ended() is { } words)
                {
                    throw new LabException($"bird did not start. It said: {words}");
                }

                if (DateTime.UtcNow > until)
                {
                    throw new LabException($"bird did not start in {patience.TotalSeconds:0} seconds: {exception.Message}");
                }

                Thread.Sleep(5);
            }
        }

        _reader = new StreamReader(new NetworkStream(_socket), Encoding.UTF8);
        _ = Answer();
    }

    /// <summary>The lines of the answer, without their codes.</summary>
    public IReadOnlyList<string> Ask(string command)
    {
        lock (_one)
        {
            _socket.Send(Encoding.ASCII.GetBytes($"{command}\n"));
            return Answer();
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }

    // A line has a code and then '-' where more follow, ' ' where none do; one without a code goes on the last.
    private List<string> Answer()
    {
        var lines = new List<string>();
        while (_reader.ReadLine() is { } line)
        {
            var coded = line.Length >= 5 && line[..4].All(char.IsAsciiDigit) && line[4] is '-' or ' ' && !line.StartsWith(' ');
            lines.Add(coded ? line[5..] : line.Length > 0 ? line[1..] : "");
            if (coded && line[4] == ' ')
            {
                return lines;
            }
        }

        throw new LabException("bird went away.");
    }
}
