namespace S2SVpn.App;

/// <summary>Tells when a file has been saved. Editors save in many ways, so its content decides, and not the system's events.</summary>
internal sealed class FileSaves : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly string _file;
    private readonly PeriodicTimer _timer = new(Look);
    private byte[] _known;

    public FileSaves(string file)
    {
        _file = file;
        _known = Read();
    }

    public async Task NextAsync(CancellationToken stop)
    {
        while (await _timer.WaitForNextTickAsync(stop))
        {
            var now = Read();
            if (!now.AsSpan().SequenceEqual(_known))
            {
                _known = now;
                return;
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    // While an editor replaces it there may be no such file.
    private byte[] Read()
    {
        try
        {
            return File.ReadAllBytes(_file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return _known ?? [];
        }
    }
}
