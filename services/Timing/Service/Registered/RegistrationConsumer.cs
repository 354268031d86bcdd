using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Timing.Service.Registered;

/// <summary>Hands what the bus tells of Registration's log to the follower.</summary>
internal sealed class RegistrationConsumer([FromKeyedServices("timing:registration")] IChangelogFollower follower)
    : IConsumer<EntriesChanged>, IConsumer<MeetChanged>, IConsumer<ChangelogHeadAnnounced>
{
    public Task Consume(ConsumeContext<EntriesChanged> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<MeetChanged> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<ChangelogHeadAnnounced> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);
}
