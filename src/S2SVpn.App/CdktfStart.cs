using System.Reflection;
using Amazon.JSII.Runtime.Deputy;
using S2SVpn.Rehearsal.Files;

namespace S2SVpn.App;

/// <summary>Starts CDKTF's Node.js while the request is read and checked, which takes as long.</summary>
internal sealed class CdktfStart : IDisposable
{
    private readonly Task _start;

    private CdktfStart(Task start) => _start = start;

    /// <summary>Begins, where there is a Node.js; else nothing happens.</summary>
    public static CdktfStart Begin() => new(NodeRuntime.IsThere ? Task.Run(() => Endings.Hold(LoadModules)) : Task.CompletedTask);

    /// <summary>Waits until it is done. CDKTF takes one caller at a time.</summary>
    public void Wait() => _start.GetAwaiter().GetResult();

    // Where it failed, and nobody waited for it, nobody needed it.
    public void Dispose() => _start.ContinueWith(task => task.Exception, TaskScheduler.Default).Wait();

    private static void LoadModules()
    {
        // Node.js leaves two folders behind.
        using var temporary = Scratch.UseForTemporaryFiles();
        using var node = NodeRuntime.AsOneProcess();
        // The attribute of a class has its module loaded.
        foreach (var type in new[] { typeof(Cdk.App), typeof(AwsProvider), typeof(AzurermProvider), typeof(RandomProvider) })
        {
            _ = type.GetCustomAttribute<JsiiClassAttribute>();
        }

        // By now there is a Node.js, and jsii ends it with the process.
        Scratch.DeleteAfterOthers();
    }
}
