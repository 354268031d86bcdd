using Microsoft.Extensions.Logging;
using RaceSystem.ServiceDefaults.Listening;

namespace RaceSystem.ServiceDefaults.Tests.Listening;

public sealed class ListeningReportTests
{
    [Theory]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://127.8.0.1:5000", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("http://unix:/run/timing.sock", true)]
    [InlineData("http://0.0.0.0:5000", false)]
    [InlineData("http://[::]:5000", false)]
    [InlineData("http://*:5000", false)]
    [InlineData("http://+:5000", false)]
    [InlineData("http://timing:5000", false)]
    [InlineData("http://192.168.1.7:5000", false)]
    public void Only_addresses_of_this_machine_count_as_loopback(string address, bool loopback) =>
        Assert.Equal(loopback, ListeningReport.IsLoopback(address));

    [Fact]
    public async Task A_host_on_loopback_says_so()
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Contains(host.Logs.Lines, line => line.Level == LogLevel.Information
            && line.Text.Contains(host.Address.Authority, StringComparison.Ordinal) && line.Text.Contains("only this machine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_the_network_can_reach_warns()
    {
        await using var host = await RunningHost.StartAsync(urls: "http://0.0.0.0:0");

        Assert.Contains(host.Logs.Lines, line => line.Level == LogLevel.Warning
            && line.Text.Contains("OTHER MACHINES CAN REACH IT", StringComparison.Ordinal));
    }
}
