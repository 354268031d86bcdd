using RabbitMQ.Client;
using RaceSystem.Testing.Servers;

namespace RaceSystem.Testing.Tests.Servers;

public sealed class RabbitMqFixtureTests(RabbitMqFixture rabbitMq) : IClassFixture<RabbitMqFixture>
{
    private const string Queue = "reads";

    [Fact]
    public async Task Virtual_hosts_do_not_see_each_others_queues_and_a_durable_queue_survives_kill_minus_nine()
    {
        var mine = await rabbitMq.CreateVirtualHostAsync();
        var other = await rabbitMq.CreateVirtualHostAsync();
        await DeclareDurablyAsync(mine);

        await Assert.ThrowsAnyAsync<Exception>(() => WithChannelAsync(other, channel => channel.QueueDeclarePassiveAsync(Queue)));

        await rabbitMq.KillAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => WithChannelAsync(mine, channel => channel.QueueDeclarePassiveAsync(Queue)));
        await rabbitMq.RestartAsync();
        await WithChannelAsync(mine, channel => channel.QueueDeclarePassiveAsync(Queue));
    }

    /// <summary>
    /// RabbitMQ 3.10 answers a declaration before its table log is on disk when a dump of that log runs at the same moment,
    /// as it does just after a start; whatever is declared next flushes the log with all that came before.
    /// </summary>
    private static Task DeclareDurablyAsync(Uri address) => WithChannelAsync(address, async channel =>
    {
        string[] queues = [Queue, .. Enumerable.Range(1, 10).Select(number => $"{Queue}-{number}")];
        foreach (var queue in queues)
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        }
    });

    private static async Task WithChannelAsync(Uri address, Func<IChannel, Task> work)
    {
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        await work(channel);
    }
}
