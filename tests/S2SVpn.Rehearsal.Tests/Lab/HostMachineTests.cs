using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

public sealed class HostMachineTests
{
    [Fact]
    public void CanOpen_WhatAnotherRehearsalLooksAt_IsTrue()
    {
        using var folder = new TemporaryFolder();
        var device = folder["tun"];
        File.WriteAllText(device, "");
        var failed = 0;
        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ => Interlocked.Add(ref failed, HostMachine.CanOpen(device) ? 0 : 1));

        Assert.Equal(0, failed);
    }

    [Fact]
    public void CanOpen_WhatSomebodyHasOpen_IsTrue()
    {
        using var folder = new TemporaryFolder();
        var device = folder["tun"];
        File.WriteAllText(device, "");
        using var other = File.Open(device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        Assert.True(HostMachine.CanOpen(device));
    }

    [Fact]
    public void Lacks_WhileAnotherRehearsalHasTheDevice_IsNothing()
    {
        Assert.SkipWhen(HostMachine.MissingPrerequisite() is not null, "This machine cannot run a lab.");
        using var other = File.Open("/dev/net/tun", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        Assert.Null(HostMachine.MissingPrerequisite());
        // As others find it while this one looks: a lock of its own would keep them out.
        using var look = File.Open("/dev/net/tun", FileMode.Open, FileAccess.Read, FileShare.Read);
        Assert.True(HostMachine.CanOpen("/dev/net/tun"));
    }

    [Fact]
    public void CanOpen_WhatIsNotThere_IsFalse()
    {
        using var folder = new TemporaryFolder();

        Assert.False(HostMachine.CanOpen(folder["tun"]));
    }
}
