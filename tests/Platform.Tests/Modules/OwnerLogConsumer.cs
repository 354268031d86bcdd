using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Platform.Tests.Modules;

internal sealed class OwnerLogConsumer([FromKeyedServices("results:timing")] IChangelogFollower follower)
    : IConsumer<PassingsChanged>, IConsumer<GunStartsChanged>, IConsumer<DeviceStatusChanged>, IConsumer<ChangelogHeadAnnounced>
{
    public Task Consume(ConsumeContext<PassingsChanged> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<GunStartsChanged> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<DeviceStatusChanged> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<ChangelogHeadAnnounced> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);
}
