using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>CDKTF's Node.js is one process, whatever the jsii runtime is made of.</summary>
public sealed class NodeScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NodeScriptTests()
    {
        File.Copy(Repository.File("src/S2SVpn.App/node.cjs"), _folder["node.cjs"]);
        Write("bin/jsii-runtime.js", "console.log('first');");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_OfARuntimeWithTheKnownChannel_SpeaksOnItsOwnInputAndOutput()
    {
        Write("lib/program.js", """
            const fs = require("fs");
            const speak = ({readFD: read, writeFD: write}) => {
              console.log("from a module");
              console.error("and an error");
              fs.writeSync(write, `read ${read}, ${__filename.endsWith("lib/program.js")}, ${process.execArgv.includes("--preserve-symlinks")}\n`);
            };
            speak({readFD:3,writeFD:3});
            """);
        var run = await Command.RunAsync("node", [_folder["node.cjs"]], _folder.Path);

        Assert.Equal("read 0, true, true\n", run.Output);
        Assert.Equal(["""{"stdout":"ZnJvbSBhIG1vZHVsZQo="}""", """{"stderr":"YW5kIGFuIGVycm9yCg=="}"""], run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Run_OfAnotherRuntime_StartsItAsItIs()
    {
        Write("lib/program.js", "console.log('second');");
        var run = await Command.RunAsync("node", [_folder["node.cjs"]], _folder.Path);

        Assert.Equal("first\n", run.Output);
    }

    [Fact]
    public async Task Synth_WithASpaceInTheFolderForTemporaryFiles_StartsItOnce()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There it is started as jsii does.");
            return;
        }

        using var program = new ProgramRun();
        program.Write("s2svpn.yaml", await File.ReadAllTextAsync(Repository.File("s2svpn.yaml"), TestContext.Current.CancellationToken));
        Directory.CreateDirectory(program["temporary files"]);
        Directory.CreateDirectory(program["bin"]);
        program.Write("bin/node", $"#!/bin/sh\necho \"$NODE_OPTIONS\" >> '{program["started"]}'\nPATH=${{PATH#*:}}\nexec node \"$@\"\n");
        File.SetUnixFileMode(program["bin", "node"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var run = await program.RunAsync([], new Dictionary<string, string?>
        {
            ["TMPDIR"] = program["temporary files"],
            ["PATH"] = $"{program["bin"]}:{Environment.GetEnvironmentVariable("PATH")}",
            ["NODE_OPTIONS"] = "--no-warnings",
        });

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("--preserve-symlinks --max-semi-space-size=4 --no-warnings\n", await File.ReadAllTextAsync(program["started"], TestContext.Current.CancellationToken));
    }

    private void Write(string name, string text)
    {
        var file = _folder[["unpacked", .. name.Split('/')]];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
